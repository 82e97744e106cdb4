using Unfold.Testing;

namespace Unfold.Cli.Conformance;

/// <summary>What the checks found of a component with some options.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
/// <param name="Options">Where the options are from: <c>defaults</c>, or an experiment.</param>
/// <param name="Checks">The results, in order.</param>
internal sealed record CheckedComponent(string Kind, string Id, string Options, IReadOnlyList<CheckResult> Checks)
{
    public bool Failed => Checks.Any(c => c.Failed);

    /// <summary>How many checks came to an outcome.</summary>
    public int Count(CheckOutcome outcome) => Checks.Count(c => c.Outcome == outcome);
}
