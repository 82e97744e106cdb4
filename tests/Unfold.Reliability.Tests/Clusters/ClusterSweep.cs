using Unfold.Results;
using Unfold.Slurm;
using Unfold.Sweeps;

namespace Unfold.Reliability.Tests;

/// <summary>A sweep of 24 short trainings, or of a teacher and its student, in a folder of its own.</summary>
internal sealed class ClusterSweep
{
    private const string File = "cluster.json";

    private const string Grid = """
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

    private const string Taught = """
        {
          "seeds": 1,
          "dataset": { "use": "phantoms", "train": 64, "test": 16 },
          "measurement": { "use": "gaussian", "ratio": 0.25 },
          "architecture": { "use": "deconet", "redundancy": 2, "layers": 2 },
          "continuation": { "use": "none" },
          "loss": { "use": "mse" },
          "training": { "epochs": 100, "batchSize": 8, "checkpointSteps": 4, "optimizer": { "use": "adam", "learningRate": 1e-3 } },
          "variants": {
            "student": { "training": { "epochs": 2 }, "loss": { "use": "distillation", "teacher": "teacher", "teacherWeight": 0.5 } },
            "teacher": {}
          }
        }
        """;

    /// <param name="folder">The folder.</param>
    /// <param name="isTaught">Whether it is a student's and its teacher's.</param>
    public ClusterSweep(string folder, bool isTaught = false)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        System.IO.File.WriteAllText(Path.Combine(folder, File), isTaught ? Taught : Grid);
    }

    public string Folder { get; }

    /// <summary>The sweep, when it was expanded.</summary>
    public SweepFolder Sweep => SweepFolder.Open(Path.Combine(Folder, "sweeps"), "cluster");

    /// <summary>What its jobs and cells wrote.</summary>
    public string Said => string.Join('\n', Directory.GetFiles(Path.Combine(Sweep.Path, SweepFiles.Logs)).Order(StringComparer.Ordinal).Select(f => $"{Path.GetFileName(f)}:\n{System.IO.File.ReadAllText(f)}"));

    /// <summary>Runs it on this machine, undisturbed.</summary>
    /// <param name="more">Further arguments.</param>
    /// <returns>Its parameters.</returns>
    public SortedDictionary<string, string?> RunHere(params string[] more)
    {
        var end = UnfoldProcess.Run(Folder, Begin("run", ["--jobs", "2", .. more]));
        Assert.True(end.ExitCode == 0, end.Said);
        return Parameters();
    }

    /// <summary>Submits it.</summary>
    /// <param name="slurm">The cluster.</param>
    /// <param name="profile">The site's profile.</param>
    /// <param name="more">Further arguments.</param>
    public ClusterSweep Submit(SoloSlurm slurm, string profile, params string[] more)
    {
        System.IO.File.WriteAllText(Path.Combine(Folder, "site.json"), profile);
        var end = Run(slurm, Begin("submit", ["--profile", "site.json", .. more]));
        Assert.Matches(@"^\d+( \d+)*$", end.Said.Split('\n')[0]);
        return this;
    }

    /// <summary>Runs a command that ends well, on the cluster.</summary>
    public ProcessEnd Run(SoloSlurm slurm, params string[] arguments)
    {
        using var process = UnfoldProcess.StartIn(slurm.Environment, Folder, arguments);
        var end = process.End();
        Assert.True(end.ExitCode == 0, end.Said);
        return end;
    }

    /// <summary>The arguments of a command that begins it.</summary>
    public static string[] Begin(string command, params string[] more) => ["sweep", command, $"./{File}", .. more];

    /// <summary>The hashes of the trained parameters by cell and seed; null for one that has not completed.</summary>
    public SortedDictionary<string, string?> Parameters() => new(
        CellStandings.Of(Sweep).ToDictionary(s => $"{s.Cell.Name} {s.Cell.Seed}", s => s.State == CellState.Completed ? StoredRun.Read(Path.Combine(Sweep.Out, s.Run!.Folder)).Result.ParametersSha256 : null),
        StringComparer.Ordinal);
}
