using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Unfold.Specs;

namespace Unfold.Sweeps;

/// <summary>A sweep as it was expanded, once: its sweep.json. Whoever works on it, here or on a cluster, works on these cells.</summary>
public sealed record SweepPlan
{
    /// <summary>The format's version.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The experiment's name, as folders of runs have it.</summary>
    [JsonProperty(Required = Required.Always)]
    public required string Experiment { get; init; }

    /// <summary>What the experiment was called on the command line: its name, or its file.</summary>
    [JsonProperty(Required = Required.Always)]
    public required string Called { get; init; }

    /// <summary>Changes that were made on the command line.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>The output folder of the runs, relative to the sweep's own.</summary>
    [JsonProperty(Required = Required.Always)]
    public required string Out { get; init; }

    /// <summary>When it was expanded, in UTC.</summary>
    [JsonProperty(Required = Required.Always)]
    public required string Created { get; init; }

    /// <summary>Threads of torch's operations of every run, wherever it runs: sums are ordered by them.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>A device in place of the spec's, or null.</summary>
    public string? Device { get; init; }

    /// <summary>The variants whose runs are stopped early by successive halving; most sweeps have none.</summary>
    public IReadOnlyDictionary<string, Halving> Halvings { get; init; } = new SortedDictionary<string, Halving>(StringComparer.Ordinal);

    /// <summary>The folder of a sweep whose decisions of halving are repeated, in full; null where they are made.</summary>
    public string? Repeats { get; init; }

    /// <summary>The cells, by index.</summary>
    [JsonProperty(Required = Required.Always)]
    public required IReadOnlyList<SweepCell> Cells { get; init; }

    /// <summary>The sweep's name: the experiment's, and a hash of what is to be run and how. The same cells make the same sweep.</summary>
    public string Id()
    {
        var text = string.Join('\n', Cells.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name}\t{c.Seed}\t{c.SpecSha256}")).Prepend(string.Create(CultureInfo.InvariantCulture, $"{Experiment}\t{Threads}\t{Device}{How()}")));
        // As the names of Slurm's jobs may be, and of folders everywhere.
        var name = string.Concat(Experiment.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '-'));
        return $"{name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8]}";
    }

    private string How() => string.Concat(Halvings.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"\t{h.Key} {h.Value}")) + (Repeats is null ? "" : $"\t{Repeats}");
}
