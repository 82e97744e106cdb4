namespace Unfold.Results;

/// <summary>A run against what is expected of it.</summary>
/// <param name="Variant">The variant or cell.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Compared">How many metrics were compared.</param>
/// <param name="Differences">Those that differ.</param>
/// <param name="Problem">Why the run could not be compared, or must not be, or null.</param>
public sealed record RunCheck(string Variant, int Seed, int Compared, IReadOnlyList<Difference> Differences, string? Problem)
{
    /// <summary>Whether the run is as expected.</summary>
    public bool Passes => Differences.Count == 0 && Problem is null;
}
