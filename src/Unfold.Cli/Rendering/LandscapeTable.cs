using System.Globalization;
using Unfold.Results;

namespace Unfold.Cli.Rendering;

/// <summary>The figures of landscapes, in 80 columns, plain text.</summary>
internal static class LandscapeTable
{
    private const int Width = 80;
    private static readonly int[] Widths = [11, 11, 12, 12, 10];

    public static void Write(TextWriter writer, IReadOnlyList<(StoredRun Run, LossLandscape Landscape)> taken)
    {
        if (taken.Count == 0)
            return;
        var labels = taken.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Run.Result.Name} seed {t.Run.Result.Seed}")).ToList();
        var name = RowLabel.Width(labels, Width - Widths.Sum());
        writer.WriteLine("run".PadRight(name) + Row(["batch loss", "test MSE", "rough loss", "rough MSE", "λ1"]));
        foreach (var (label, (_, landscape)) in labels.Zip(taken))
        {
            var (loss, error) = (Surface(landscape, "batch", "train"), Surface(landscape, "test", "mse"));
            writer.WriteLine(RowLabel.Of(label, name) + Row([Short(Centre(loss)), Short(Centre(error)), Short(loss.Roughness), Short(error.Roughness), landscape.HessianEigenvalues is [var largest, ..] ? Short(largest) : "–"]));
        }

        writer.WriteLine("rough: RMS deviation from the best quadratic, over the value at the centre");
        foreach (var (label, (_, landscape)) in labels.Zip(taken))
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{label}: cosine of the directions {landscape.DirectionCosine:g2}"));
            foreach (var note in landscape.Notes)
                writer.WriteLine($"{label}: {note}");
        }
    }

    private static string Row(string[] cells) => string.Concat(cells.Zip(Widths, (cell, width) => cell.PadLeft(width)));

    private static LandscapeSurface Surface(LossLandscape landscape, string split, string loss) => landscape.Surfaces.First(s => s.Split == split && s.Loss == loss);

    private static double Centre(LandscapeSurface surface) => surface.Values[surface.Values.Count / 2] is var row ? row[row.Count / 2] : double.NaN;

    private static string Short(double value) => value.ToString("g4", CultureInfo.InvariantCulture);
}
