namespace Unfold.Testing;

/// <summary>The minimum of a convex function of few variables without derivatives: Nelder and Mead's simplex (1965), begun anew from what it found.</summary>
internal static class SimplexSearch
{
    private const int Restarts = 5;
    private const int Iterations = 200;

    // Values so close are rounding: a smaller simplex tells more.
    private const double Flat = 1e-13;

    /// <summary>The smallest value found.</summary>
    /// <param name="function">The function.</param>
    /// <param name="start">Where to begin; at most some ten entries.</param>
    public static double Minimum(Func<double[], double> function, double[] start)
    {
        var best = (Point: start, Value: function(start));
        for (var i = 0; i < Restarts; i++)
        {
            var found = Descend(function, best.Point, Math.Pow(10, -i));
            if (found.Value < best.Value)
                best = found;
        }

        return best.Value;
    }

    private static (double[] Point, double Value) Descend(Func<double[], double> function, double[] start, double size)
    {
        var simplex = Enumerable.Range(-1, start.Length + 1)
            .Select(axis => start.Select((x, i) => i == axis ? x + size : x).ToArray())
            .Select(point => (Point: point, Value: function(point)))
            .ToList();
        for (var i = 0; i < Iterations; i++)
        {
            simplex.Sort((a, b) => a.Value.CompareTo(b.Value));
            var worst = simplex[^1];
            if (worst.Value - simplex[0].Value <= Flat * Math.Abs(worst.Value))
                break;
            var centre = Enumerable.Range(0, start.Length).Select(axis => simplex.SkipLast(1).Average(v => v.Point[axis])).ToArray();
            var reflected = Along(1);
            var next = reflected.Value < simplex[0].Value
                ? Better(Along(2), reflected)
                : reflected.Value < simplex[^2].Value ? reflected : Along(reflected.Value < worst.Value ? 0.5 : -0.5);
            if (next.Value < worst.Value)
                simplex[^1] = next;
            else
                simplex = [.. simplex.Select((v, at) => at == 0 ? v : At([.. v.Point.Zip(simplex[0].Point, (x, toward) => (x + toward) / 2)]))];

            (double[] Point, double Value) Along(double share) => At([.. centre.Zip(worst.Point, (c, w) => c + (share * (c - w)))]);
        }

        return simplex.MinBy(v => v.Value);

        (double[] Point, double Value) At(double[] point) => (point, function(point));

        static (double[] Point, double Value) Better((double[] Point, double Value) a, (double[] Point, double Value) b) => a.Value < b.Value ? a : b;
    }
}
