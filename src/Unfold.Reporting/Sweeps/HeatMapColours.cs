using ScottPlot;

namespace Unfold.Reporting;

/// <summary>Colours of a matrix's cells and of the numbers in them: the same on light and on dark pages.</summary>
internal static class HeatMapColours
{
    // Not quite black: text in black takes the colour of the page's.
    private static readonly Color Dark = Color.FromHex("#050505");

    /// <summary>The colour of a share of the scale.</summary>
    public static Color Fill(double share) => LandscapeColours.Map.GetColor(share);

    /// <summary>The text colour with the higher contrast.</summary>
    public static Color Ink(Color fill) => Contrast(fill, Dark) > Contrast(fill, Colors.White) ? Dark : Colors.White;

    /// <summary>The contrast of two colours as the Web Content Accessibility Guidelines define it.</summary>
    public static double Contrast(Color first, Color second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(Color color) => (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
