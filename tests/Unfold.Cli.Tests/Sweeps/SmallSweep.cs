namespace Unfold.Cli.Tests;

/// <summary>A sweep that was run: three cells of two seeds, and a variant whose data are nowhere.</summary>
public sealed class SmallSweep : IDisposable
{
    private const string Common = """
          "dataset": { "use": "phantoms", "train": 16, "test": 8 },
          "measurement": { "use": "gaussian", "ratio": 0.25 },
          "architecture": { "use": "deconet", "layers": 2, "redundancy": 2 },
          "continuation": { "use": "none" },
          "loss": { "use": "mse" },
          "training": { "epochs": 2, "batchSize": 8, "optimizer": { "use": "adam", "learningRate": 1e-2 } }
        """;

    public SmallSweep()
    {
        Write("small", """ "seeds": 2, "variants": { "deconet": { "sweep": { "architecture.layers": [1, 2] } }, "nowhere": { "dataset": { "use": "mnist" } } } """);
        First = Unfold("sweep", "run", "./small.json", "--jobs", "2");
    }

    /// <summary>The folder that all of it is in.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("unfold-sweep-").FullName;

    /// <summary>What the first run of the sweep said.</summary>
    internal ProgramResult First { get; }

    /// <summary>Writes an experiment.</summary>
    public void Write(string name, string own) => File.WriteAllText(Path.Combine(Folder, name + ".json"), $"{{ {Common}, {own} }}");

    internal ProgramResult Unfold(params string[] arguments) => UnfoldProgram.Run(Folder, Places(), arguments);

    /// <summary>Where the program finds no other one.</summary>
    internal ProgramResult UnfoldWithoutPath(params string[] arguments) =>
        UnfoldProgram.Run(Folder, new Dictionary<string, string>(Places(), StringComparer.Ordinal) { ["PATH"] = "/nowhere" }, arguments);

    private Dictionary<string, string> Places() => new(StringComparer.Ordinal) { ["UNFOLD_DATA"] = Path.Combine(Folder, "no-data"), ["HOME"] = Folder };

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
