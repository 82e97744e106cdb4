using Newtonsoft.Json.Linq;

namespace Unfold.Bench;

/// <summary>A run that has ended.</summary>
/// <param name="Variant">Its variant.</param>
/// <param name="Ended">When it wrote its results.</param>
/// <param name="Train">Seconds of its training, as it measured them itself.</param>
internal sealed record FinishedRun(string Variant, DateTime Ended, double Train)
{
    /// <summary>The runs below a folder, in the order in which they ended.</summary>
    public static IReadOnlyList<FinishedRun> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "results.json", SearchOption.AllDirectories)
            .Select(file => (Json: JObject.Parse(File.ReadAllText(file)), Ended: File.GetLastWriteTimeUtc(file)))
            .Select(r => new FinishedRun((string)r.Json["variant"]!, r.Ended, (double)r.Json["metrics"]!["time.train_s"]!))
            .OrderBy(r => r.Ended),
    ];
}
