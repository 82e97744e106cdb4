using Newtonsoft.Json.Linq;
using Unfold.Cli.Sweeps;
using Unfold.Engine.Optimizers;
using Unfold.Hosting;
using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Tests;

/// <summary>A sweep of a thousand finished cells: the first was trained, the others have its files with names, seeds and figures of their own.</summary>
public sealed class ThousandCells : IDisposable
{
    private const string Json = """
        {
          "seeds": 10,
          "dataset": { "use": "phantoms", "train": 16, "test": 8 },
          "measurement": { "use": "gaussian", "ratio": 0.25 },
          "architecture": { "use": "deconet", "redundancy": 1 },
          "continuation": { "use": "none" },
          "loss": { "use": "mse" },
          "training": { "epochs": 1, "batchSize": 8, "optimizer": { "use": "adam" } },
          "sweep": {
            "architecture.layers": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
            "training.optimizer.learningRate": [1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2, 2e-2, 5e-2, 1e-1]
          }
        }
        """;

    private readonly Workplace _place = new();

    public ThousandCells()
    {
        var file = Path.Combine(_place.Root, "thousand.json");
        File.WriteAllText(file, Json);
        var host = PluginHost.Open(PluginSearch.OfThisProgram(typeof(Adam).Assembly) with { HostFolder = UnfoldProgram.Folder });
        Sweep = SweepExpansion.Of(host, new SweepRequest(file, [], [], Path.Combine(_place.Root, "sweeps"), Path.Combine(_place.Root, "runs"), 1, null)).Create();
        var first = _place.Unfold("sweep", "cell", Sweep.Path, "0");
        Assert.True(first.ExitCode == ExitCode.Done, first.Text);
        foreach (var cell in Sweep.Plan.Cells.Skip(1))
            Copy(FolderOf(Sweep.Cell(0)), FolderOf(cell), cell);
    }

    internal SweepFolder Sweep { get; }

    public void Dispose() => _place.Dispose();

    /// <summary>What a cell's copy says of its validation.</summary>
    internal static double MseOf(int index) => 1 + (index * 7 % 1000 / 1000.0);

    internal ProgramResult UnfoldWithoutTorch(params string[] arguments) => _place.UnfoldWithoutTorch(arguments);

    internal string FolderOf(SweepCell cell) => Path.Combine(Sweep.Out, cell.Folder!);

    private static void Copy(string from, string to, SweepCell cell)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (Path.GetFileName(file) is RunFiles.Results or RunFiles.Status)
                File.WriteAllText(copy, Named(JObject.Parse(File.ReadAllText(file)), cell).ToString());
            // Nothing that only looks reads parameters.
            else if (file.EndsWith(".safetensors", StringComparison.Ordinal))
                File.WriteAllText(copy, "");
            else
                File.Copy(file, copy);
        }
    }

    private static JObject Named(JObject json, SweepCell cell)
    {
        var run = json["run"] ?? json;
        (run["cell"], run["seed"], run["specSha256"]) = (cell.Name, cell.Seed, cell.SpecSha256);
        if (json["metrics"] is { } metrics)
            metrics[MetricNames.ValidationMse] = MseOf(cell.Index);
        return json;
    }
}
