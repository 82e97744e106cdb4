using Unfold.Testing;

namespace Unfold.Cli.Conformance;

/// <summary>What the checks found of a component with some options.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
/// <param name="Options">Where the options are from: <c>defaults</c>, or an experiment.</param>
/// <param name="Trials">What came of its options, in order.</param>
/// <param name="Suite">What the suite of its kind found, in order.</param>
internal sealed record CheckedComponent(string Kind, string Id, string Options, IReadOnlyList<CheckResult> Trials, IReadOnlyList<CheckResult> Suite)
{
    private const string Construction = "builds";

    /// <summary>All results, in order.</summary>
    public IReadOnlyList<CheckResult> Checks { get; } = [.. Trials, .. Suite];

    /// <summary>The first refusal, where the component refused all that the suite offered it: nothing but its options was tried. Null otherwise.</summary>
    public CheckResult? Refusal => IsTried ? null : Suite.FirstOrDefault(c => c.IsRefused);

    /// <summary>Whether the suite made a check on what was built.</summary>
    public bool IsTried => Suite.Any(c => c.Check != Construction && c.Outcome != CheckOutcome.Skipped);

    public bool Failed => Checks.Any(c => c.Failed);

    /// <summary>How many checks came to an outcome.</summary>
    public int Count(CheckOutcome outcome) => Checks.Count(c => c.Outcome == outcome);
}
