namespace Unfold.Results;

/// <summary>A run's environment.json: recorded, never compared.</summary>
public sealed record RunEnvironment
{
    public required string Unfold { get; init; }

    /// <summary>The commit of the working tree, with <c>+changes</c> where it has any; null outside one.</summary>
    public string? Commit { get; init; }

    public required string System { get; init; }

    public required string Processor { get; init; }

    public required int Cores { get; init; }

    /// <summary>Threads of torch's operations.</summary>
    public required int Threads { get; init; }

    public required string DotNet { get; init; }

    public required string TorchSharp { get; init; }

    public required string LibTorch { get; init; }

    public required string Device { get; init; }

    /// <summary>SHA-256 of the dataset's content.</summary>
    public required string DatasetSha256 { get; init; }

    public required string DatasetLicence { get; init; }

    /// <summary>When the run started, in UTC: <c>2026-11-25T05:00:00Z</c>; null in records of an older Unfold.</summary>
    public string? Started { get; init; }

    /// <summary>The command that repeats the run, without folders of its machine; null where it was not run by one.</summary>
    public string? Command { get; init; }

    public IReadOnlyList<PluginRecord> Plugins { get; init; } = [];
}
