using System.Text;
using Unfold.Hosting;

namespace Unfold.Cli;

/// <summary>The texts that new experiments start from.</summary>
internal static class ExperimentTemplate
{
    /// <summary>An experiment that stands alone: small enough to run in seconds.</summary>
    public static string Alone() => """
        {
          "description": "What is compared, and on what.",
          // A count (0, 1, 2) or a list; each seed is a run of every cell.
          "seeds": 3,
          "dataset": { "use": "phantoms", "train": 800, "test": 200 },
          "measurement": { "use": "gaussian", "ratio": 0.25, "noise": { "use": "gaussian", "standardDeviation": 1e-4 } },
          "architecture": { "use": "deconet", "layers": 10, "redundancy": 2 },
          "continuation": { "use": "none" },
          "loss": { "use": "mse" },
          "training": { "epochs": 3, "batchSize": 128, "optimizer": { "use": "adam", "learningRate": 1e-3 } },
          // Named differences from what stands above: objects merge, another "use" replaces, null removes.
          "variants": {
            // A row that has learnt nothing of the kind, without the sweep below.
            "lmmse": { "architecture": { "use": "lmmse" }, "sweep": null },
            "deconet": {},
            "warm": { "continuation": { "use": "proximal-point", "steps": 3 } }
          },
          // Every variant is trained at each of these: deconet[layers=5], deconet[layers=10].
          "sweep": { "architecture.layers": [5, 10] },
          "expect": {
            "claims": ["warm.test.mse < deconet.test.mse"]
          }
        }

        """;

    /// <summary>An experiment that extends another: what it has is listed in comments.</summary>
    /// <param name="origin">The experiment that is extended.</param>
    /// <param name="originFile">Its file.</param>
    /// <param name="file">The new file.</param>
    public static string Extending(ReadSpec origin, string originFile, string file)
    {
        var path = Path.GetRelativePath(Path.GetDirectoryName(file)!, originFile).Replace('\\', '/');
        var cell = origin.Document.Variants[origin.Document.Variants.Count - 1].Cells[0];
        var values = ValueOrigins.Of(origin, cell.Merged, origin.Experiment.Cells.First(c => c.Name == cell.Name).Create(), null).Where(v => v.IsWritten);
        var text = new StringBuilder()
            .Append("{\n")
            .Append($"  \"extends\": {Newtonsoft.Json.JsonConvert.ToString(path)},\n")
            .Append("  \"description\": \"What differs, and why.\",\n")
            .Append("  // Write what differs: objects merge, another \"use\" replaces, null removes. For example:\n")
            .Append("  //   \"architecture\": { \"layers\": 20 },\n")
            .Append("  //   \"variants\": null,\n")
            .Append($"  // The variants of {origin.Experiment.Name}: {string.Join(", ", origin.Document.Variants.Select(v => v.Name))}.\n")
            .Append($"  // What '{cell.Name}' has:\n");
        foreach (var value in values)
            text.Append($"  //   {value.Path} = {value.Value}\n");
        return text.Append("  \"seeds\": 3\n}\n").ToString();
    }
}
