using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>A surface as heights on a scale.</summary>
internal static class SurfaceHeights
{
    /// <returns>[α, β]; NaN where the loss is not finite. A line along α is repeated over β.</returns>
    public static double[,] Of(LandscapeSurface surface, LandscapeScale scale)
    {
        var points = surface.Values.Count;
        var heights = new double[points, points];
        for (var i = 0; i < points; i++)
        {
            for (var j = 0; j < points; j++)
                heights[i, j] = scale.Height(surface.Values[i][surface.Values[i].Count == 1 ? 0 : j]);
        }

        return heights;
    }
}
