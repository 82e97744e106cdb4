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

    public IReadOnlyList<PluginRecord> Plugins { get; init; } = [];
}
