using System.ComponentModel.DataAnnotations;

namespace Unfold.Datasets;

/// <summary>Options of <see cref="Phantoms"/>.</summary>
public sealed record PhantomsOptions
{
    /// <summary>Training images.</summary>
    [Range(1, 10_000_000)]
    public int Train { get; init; } = 2000;

    /// <summary>Test images, from a stream of their own.</summary>
    [Range(1, 10_000_000)]
    public int Test { get; init; } = 500;

    /// <summary>Height and width in pixels.</summary>
    [Range(16, 256)]
    public int Size { get; init; } = 28;
}
