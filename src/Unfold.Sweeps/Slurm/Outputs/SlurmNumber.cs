using System.Globalization;

namespace Unfold.Sweeps;

/// <summary>Whole numbers as Slurm writes them.</summary>
internal static class SlurmNumber
{
    /// <summary>The number; null where it is none, or too large.</summary>
    public static int? Parse(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
