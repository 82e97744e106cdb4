using Newtonsoft.Json;

namespace Unfold.Results;

/// <summary>A run against what is expected of it.</summary>
/// <param name="Variant">The variant or cell.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Compared">How many metrics were compared.</param>
/// <param name="Differences">Those that differ.</param>
/// <param name="Problem">Why the run could not be compared, or must not be, or null.</param>
public sealed record RunCheck(string Variant, int Seed, int Compared, IReadOnlyList<Difference> Differences, string? Problem)
{
    /// <summary>The class of device that it ran on, whose tolerances hold; null where it is not known.</summary>
    public string? Device { get; init; }

    /// <summary>The class of device that the accepted figures are from; null where it is not known.</summary>
    public string? AcceptedOn { get; init; }

    /// <summary>Whether it could not be run to its end: no figure of it is right or wrong.</summary>
    public bool IsError { get; init; }

    /// <summary>Whether figures of two classes of devices were compared.</summary>
    [JsonIgnore]
    public bool IsOnAnotherClass => Device is not null && AcceptedOn is not null && Device != AcceptedOn;

    /// <summary>Whether the run is as expected.</summary>
    public bool Passes => Differences.Count == 0 && Problem is null;
}
