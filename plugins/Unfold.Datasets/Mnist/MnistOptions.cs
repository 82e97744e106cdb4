using System.ComponentModel.DataAnnotations;

namespace Unfold.Datasets;

/// <summary>Options of <see cref="Mnist"/>.</summary>
public sealed record MnistOptions
{
    /// <summary>Training images: all 60,000, or a seeded sample of them.</summary>
    [Range(1, 60_000)]
    public int Train { get; init; } = 60_000;

    /// <summary>Test images: all 10,000, or a seeded sample of them. (The first ones are not like the rest: the first 1,024 have 9 % less energy.)</summary>
    [Range(1, 10_000)]
    public int Test { get; init; } = 10_000;
}
