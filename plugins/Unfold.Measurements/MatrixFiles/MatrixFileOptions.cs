using System.ComponentModel.DataAnnotations;

namespace Unfold.Measurements;

/// <summary>Options of <see cref="MatrixFile"/>.</summary>
public sealed record MatrixFileOptions
{
    /// <summary>The file: absolute, or relative to the folder that <c>UNFOLD_DATA</c> names, or else to the current folder.</summary>
    [MinLength(1)]
    public required string Path { get; init; }

    /// <summary>SHA-256 of the file, lower-case hex: so a run is identified by the matrix itself, wherever it lies.</summary>
    [RegularExpression("^[0-9a-f]{64}$")]
    public required string Sha256 { get; init; }

    /// <summary>Noise on the measurements; null for none.</summary>
    public INoise? Noise { get; init; }
}
