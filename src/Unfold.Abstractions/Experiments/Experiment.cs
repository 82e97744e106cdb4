namespace Unfold;

/// <summary>An experiment: one JSON file, the cells of its variants ready to be built.</summary>
public sealed record Experiment
{
    /// <summary>The file's path without extension, relative to its experiments folder: <c>paper/mnist-layers</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>The JSON file it was declared in.</summary>
    public required string Source { get; init; }

    /// <summary>The cells of all variants, in the order of the file; a variant without a sweep is one cell.</summary>
    public required IReadOnlyList<ExperimentCell> Cells { get; init; }

    /// <summary>The <c>expect</c> section as JSON: tolerances, expected figures and claims, written by people.</summary>
    public string Expect { get; init; } = "{}";
}
