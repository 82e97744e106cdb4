namespace Unfold.Engine.Landscapes;

/// <summary>The least-squares fit of c₀ + c₁α + c₂β + c₃αβ + c₄α² + c₅β² to a surface on a grid.</summary>
internal static class QuadraticFit
{
    /// <summary>What the fit leaves, point by point.</summary>
    /// <param name="offsets">α (and β, where rows have several values), symmetric about 0.</param>
    /// <param name="values">Rows over α, columns over β; a single column is a line along α.</param>
    public static double[][] Residuals(IReadOnlyList<double> offsets, IReadOnlyList<IReadOnlyList<double>> values)
    {
        // On a symmetric grid these are orthogonal: the fit is a projection on each, and there is no system to solve.
        var square = offsets.Average(a => a * a);
        var isLine = values[0].Count == 1;
        Func<double, double, double>[] basis = isLine
            ? [(_, _) => 1, (a, _) => a, (a, _) => (a * a) - square]
            : [(_, _) => 1, (a, _) => a, (_, b) => b, (a, b) => a * b, (a, _) => (a * a) - square, (_, b) => (b * b) - square];
        var left = values.Select(row => row.ToArray()).ToArray();
        foreach (var function in basis)
        {
            var at = left.Select((row, i) => row.Select((_, j) => function(offsets[i], isLine ? 0 : offsets[j])).ToArray()).ToArray();
            var coefficient = Dot(left, at) / Dot(at, at);
            for (var i = 0; i < left.Length; i++)
            {
                for (var j = 0; j < left[i].Length; j++)
                    left[i][j] -= coefficient * at[i][j];
            }
        }

        return left;
    }

    private static double Dot(double[][] a, double[][] b) => a.Zip(b, (x, y) => x.Zip(y, (p, q) => p * q).Sum()).Sum();
}
