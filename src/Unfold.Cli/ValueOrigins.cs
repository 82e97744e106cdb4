using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Unfold.Engine.Identity;
using Unfold.Hosting;
using Unfold.Specs;

namespace Unfold.Cli;

/// <summary>Every value that a run has, and where it was written.</summary>
internal static class ValueOrigins
{
    /// <summary>The values of a cell, by path.</summary>
    /// <param name="read">The spec.</param>
    /// <param name="merged">The cell's merged values.</param>
    /// <param name="run">The components built from them, which know the defaults.</param>
    /// <param name="under">A path to show only what is below, or null.</param>
    public static IReadOnlyList<ValueOrigin> Of(ReadSpec read, SpecObject merged, TrainingSpec run, string? under) =>
    [
        .. Leaves(JObject.Parse(RunIdentity.Of(run).Json), "")
            .Concat(OutsideIdentity(run))
            .Where(leaf => leaf.Path != "seed" && (under is null || leaf.Path == under || leaf.Path.StartsWith(under + ".", StringComparison.Ordinal)))
            .Select(leaf => new ValueOrigin(leaf.Path, leaf.Value.ToString(Formatting.None), Place(SpecPath.Find(merged, leaf.Path), read))),
    ];

    /// <summary>Where the seeds of a cell were written.</summary>
    public static string OfSeeds(ReadSpec read, SpecObject merged) => Place((merged["seed"] ?? merged["seeds"])?.Value, read);

    // Which device trains is no part of what is trained, and worth knowing all the same.
    private static IEnumerable<(string Path, JToken Value)> OutsideIdentity(TrainingSpec run) => typeof(TrainingOptions).GetProperties()
        .Where(p => p.IsDefined(typeof(OutsideIdentityAttribute), inherit: false))
        .Select(p => ($"training.{JsonNames.Camel(p.Name)}", p.GetValue(run.Training) is { } value ? JToken.FromObject(value) : JValue.CreateNull()));

    private static string Place(SpecNode? node, ReadSpec read) =>
        node is null ? ValueOrigin.Default : $"{node.Place.File}({read.Positions.Of(node.Place).Line})";

    private static IEnumerable<(string Path, JToken Value)> Leaves(JToken token, string path) => token is JObject item
        ? item.Properties().OrderBy(p => p.Name != "use").SelectMany(p => Leaves(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}"))
        : [(path, token)];
}
