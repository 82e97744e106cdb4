using Unfold.Specs;

namespace Unfold.Results;

/// <summary>A claim, as it is written in the spec, against what was received: all its cells together.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Declared">What the spec says of it.</param>
/// <param name="Verdict">By paired tests, where every comparison has the seeds for them; null where means alone were looked at.</param>
/// <param name="Sentence">The verdict as a sentence's end; null without one.</param>
/// <param name="Seeds">Shared seeds of the comparison with the fewest.</param>
/// <param name="Means">The means of every comparison.</param>
/// <param name="Passes">Whether it is as declared; true too where means cannot tell.</param>
public sealed record ClaimCheck(string Claim, ClaimExpectation Declared, Verdict? Verdict, string? Sentence, int Seeds, IReadOnlyList<MeanComparison> Means, bool Passes)
{
    /// <summary>Whether the claim holds: by the tests, or else between all means.</summary>
    public bool Holds => Verdict is { } verdict ? verdict == Results.Verdict.Holds : Means.All(m => m.Holds);

    /// <summary>Whether anything was checked: of means nobody can say that a claim holds in part or is undecided.</summary>
    public bool IsChecked { get; init; } = true;

    /// <summary>Whether it is about landscapes, and not all of its cells have one.</summary>
    public bool LacksLandscapes { get; init; }
}
