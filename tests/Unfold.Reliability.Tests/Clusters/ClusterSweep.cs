using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Reliability.Tests;

/// <summary>A sweep of 24 short trainings, in a folder of its own.</summary>
internal sealed class ClusterSweep
{
    private const string File = "cluster.json";

    private const string Json = """
        {
          "seeds": 2,
          "dataset": { "use": "phantoms", "train": 64, "test": 16 },
          "measurement": { "use": "gaussian", "ratio": 0.25 },
          "architecture": { "use": "deconet", "redundancy": 2 },
          "continuation": { "use": "none" },
          "loss": { "use": "mse" },
          "training": { "epochs": 6, "batchSize": 8, "checkpointSteps": 4, "optimizer": { "use": "adam", "learningRate": 1e-2 } },
          "sweep": { "architecture.layers": [2, 3, 4], "training.optimizer.learningRate": [1e-3, 3e-3, 1e-2, 3e-2] }
        }
        """;

    public ClusterSweep(string folder)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        System.IO.File.WriteAllText(Path.Combine(folder, File), Json);
    }

    public string Folder { get; }

    /// <summary>The sweep, when it was expanded.</summary>
    public SweepFolder Sweep => SweepFolder.Open(Path.Combine(Folder, "sweeps"), "cluster");

    /// <summary>The arguments of a command that begins it.</summary>
    public static string[] Begin(string command, params string[] more) => ["sweep", command, $"./{File}", .. more];

    /// <summary>The hashes of the trained parameters by cell and seed; null for one that has not completed.</summary>
    public SortedDictionary<string, string?> Parameters() => new(
        CellStandings.Of(Sweep).ToDictionary(s => $"{s.Cell.Name} {s.Cell.Seed}", s => s.State == CellState.Completed ? StoredRun.Read(Path.Combine(Sweep.Out, s.Run!.Folder)).Result.ParametersSha256 : null),
        StringComparer.Ordinal);
}
