using ScottPlot;

namespace Unfold.Reporting;

/// <summary>The colours of heights: even steps to the eye, also in grey and with red-green blindness.</summary>
internal static class LandscapeColours
{
    public static IColormap Map { get; } = new ScottPlot.Colormaps.Viridis();
}
