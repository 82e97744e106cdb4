namespace Unfold.Results;

/// <summary>What is verified of an experiment, and what is known of it beside its runs.</summary>
public sealed record VerificationScope
{
    /// <summary>The variants or cells that were asked for; null for every one that was accepted.</summary>
    public IReadOnlyList<AskedCell>? Asked { get; init; }

    /// <summary>The cells that the experiment declares: of a claim about more than was run a part is no verdict; null for those of the runs.</summary>
    public IReadOnlyList<DeclaredCell>? Declared { get; init; }

    /// <summary>Why a run is not one of today's spec, or null; by default nothing is known of today's.</summary>
    public Func<RunResult, string?>? Stale { get; init; }

    /// <summary>Whether a claim about landscapes fails where they were not taken: of runs that are kept with them.</summary>
    public bool AreLandscapesDue { get; init; }

    /// <summary>What commands call the experiment; null for its name.</summary>
    public string? Called { get; init; }

    /// <summary>The asked cell of a name, or null.</summary>
    internal AskedCell? Of(string name) => Asked?.FirstOrDefault(a => a.Name == name);

    /// <summary>Whether a seed is one that the spec does not declare.</summary>
    internal bool IsSurplus(string name, int seed) => Of(name)?.Seeds?.Contains(seed) == false;
}
