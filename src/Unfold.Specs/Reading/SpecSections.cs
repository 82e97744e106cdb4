namespace Unfold.Specs;

/// <summary>The sections of an experiment that make up its runs.</summary>
public static class SpecSections
{
    /// <summary>Those that hold a component.</summary>
    public static IReadOnlyList<string> Components { get; } = ["dataset", "measurement", "architecture", "continuation", "loss"];

    /// <summary>All that a run needs.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Components, "training"];

    /// <summary>All that a variant may change.</summary>
    public static IReadOnlyList<string> OfVariant { get; } = ["seed", "seeds", "sweep", .. All];
}
