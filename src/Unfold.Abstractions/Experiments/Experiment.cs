namespace Unfold;

/// <summary>An experiment: one JSON file, its variants ready to be built.</summary>
public sealed record Experiment
{
    /// <summary>The file's path without extension, relative to its experiments folder: <c>paper/mnist-layers</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>The JSON file it was declared in.</summary>
    public required string Source { get; init; }

    /// <summary>The variants, in the order of the file.</summary>
    public required IReadOnlyList<ExperimentVariant> Variants { get; init; }

    /// <summary>The <c>expect</c> section as JSON: tolerances and claims, written by people.</summary>
    public string Expect { get; init; } = "{}";
}
