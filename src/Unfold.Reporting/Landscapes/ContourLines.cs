using ScottPlot;

namespace Unfold.Reporting;

/// <summary>Pieces of a surface's contour at one height: each square of the grid as four triangles around its middle, on which the surface is linear.</summary>
internal static class ContourLines
{
    public static IEnumerable<(Coordinates From, Coordinates To)> Of(IReadOnlyList<double> offsets, double[,] heights, double height)
    {
        for (var i = 0; i + 1 < offsets.Count; i++)
        {
            for (var j = 0; j + 1 < offsets.Count; j++)
            {
                (double X, double Y, double Z)[] corners = [Point(i, j), Point(i + 1, j), Point(i + 1, j + 1), Point(i, j + 1)];
                var middle = (X: corners.Average(c => c.X), Y: corners.Average(c => c.Y), Z: corners.Average(c => c.Z));
                for (var k = 0; k < 4; k++)
                {
                    if (Cut([corners[k], corners[(k + 1) % 4], middle], height) is [var from, var to])
                        yield return (from, to);
                }
            }
        }

        (double X, double Y, double Z) Point(int i, int j) => (offsets[i], offsets[j], heights[i, j]);
    }

    // A side is cut where one end is below the height and the other is not: none or two of a triangle's; none at a value that is not finite.
    private static List<Coordinates> Cut((double X, double Y, double Z)[] triangle, double height)
    {
        List<Coordinates> cuts = [];
        if (triangle.Any(c => double.IsNaN(c.Z)))
            return cuts;
        for (var k = 0; k < 3; k++)
        {
            var (a, b) = (triangle[k], triangle[(k + 1) % 3]);
            if (a.Z < height == b.Z < height)
                continue;
            var share = (height - a.Z) / (b.Z - a.Z);
            cuts.Add(new Coordinates(a.X + (share * (b.X - a.X)), a.Y + (share * (b.Y - a.Y))));
        }

        return cuts;
    }
}
