using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Unfold.Bench;

/// <summary>A submitted sweep of many cells. The first is trained; the others get copies of its run, each with its own name and seed, their parameters as sparse files.</summary>
internal sealed class StoredSweep
{
    public const string File = "./scale.json";
    private const int CellsOfASeed = 100;
    private const string Runs = "runs";
    private readonly string _root;
    private readonly string[] _files;

    /// <param name="root">A folder for it.</param>
    /// <param name="cells">A multiple of 100: two axes of ten values, and seeds.</param>
    /// <param name="environment">A cluster that accepts it.</param>
    public StoredSweep(string root, int cells, IReadOnlyDictionary<string, string> environment)
    {
        _root = root;
        System.IO.File.WriteAllText(Path.Combine(root, File), Json.Replace("SEEDS", (cells / CellsOfASeed).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        System.IO.File.WriteAllText(Path.Combine(root, "site.json"), "{}");
        Program = new CliProgram(root, environment);
        Submit = Program.Run("sweep", "submit", File, "--profile", "site.json").Seconds;
        Folder = Directory.GetDirectories(Path.Combine(root, "sweeps")).Single();
        Program.Run("sweep", "cell", Folder, "0");
        var planned = JObject.Parse(System.IO.File.ReadAllText(Path.Combine(Folder, "sweep.json")))["cells"]!.ToList();
        FirstRun = RunOf(planned[0]);
        _files = Directory.GetFiles(FirstRun, "*", SearchOption.AllDirectories);
        foreach (var cell in planned.Skip(1))
            Fill(cell);
    }

    private const string Json = """
        {
          "seeds": SEEDS,
          "dataset": { "use": "phantoms", "train": 64, "test": 16 },
          "measurement": { "use": "gaussian", "ratio": 0.25 },
          "architecture": { "use": "deconet", "redundancy": 1 },
          "continuation": { "use": "none" },
          "loss": { "use": "mse" },
          "training": { "epochs": 50, "batchSize": 32, "optimizer": { "use": "adam" } },
          "sweep": {
            "architecture.layers": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
            "training.optimizer.learningRate": [1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2, 2e-2, 5e-2, 1e-1]
          }
        }
        """;

    /// <summary>The command line where the sweep is.</summary>
    public CliProgram Program { get; }

    /// <summary>The sweep's folder.</summary>
    public string Folder { get; }

    /// <summary>The folder of the run that was trained.</summary>
    public string FirstRun { get; }

    /// <summary>Seconds of the submission.</summary>
    public double Submit { get; }

    private string RunOf(JToken cell) => Path.Combine(_root, Runs, (string)cell["folder"]!);

    private void Fill(JToken cell)
    {
        var run = RunOf(cell);
        Directory.CreateDirectory(Path.Combine(run, "checkpoints"));
        foreach (var file in _files)
        {
            var copy = Path.Combine(run, Path.GetRelativePath(FirstRun, file));
            switch (Path.GetFileName(file))
            {
                case "results.json":
                    Edit(file, copy, json => Name(json, cell));
                    break;
                case "status.json":
                    Edit(file, copy, json => Name(json["run"]!, cell));
                    break;
                case var name when name.EndsWith(".safetensors", StringComparison.Ordinal):
                    using (var sparse = System.IO.File.Create(copy))
                        sparse.SetLength(new FileInfo(file).Length);
                    break;
                default:
                    System.IO.File.Copy(file, copy);
                    break;
            }
        }
    }

    private static void Name(JToken json, JToken cell)
    {
        json["cell"] = cell["name"];
        json["seed"] = cell["seed"];
        json["specSha256"] = cell["specSha256"];
    }

    private static void Edit(string from, string to, Action<JObject> edit)
    {
        var json = JObject.Parse(System.IO.File.ReadAllText(from));
        edit(json);
        System.IO.File.WriteAllText(to, json.ToString());
    }
}
