using MathNet.Numerics.LinearAlgebra;

namespace Unfold.Deconet.Tests.Mathematics;

/// <summary>Becker, Candès, Grant 2011, Listing 2, for ℓ1-analysis, written down once more with plain loops over numbers.</summary>
internal static class PlainIteration
{
    /// <returns>x after the given number of dual updates.</returns>
    public static double[] Run(AnalysisProblem problem, double t1, double t2, int updates)
    {
        var (w, a, y, x0) = (problem.W, problem.A, problem.Y, problem.Centre);
        var (v1, z1, v2, z2) = (new double[w.RowCount], new double[w.RowCount], new double[a.RowCount], new double[a.RowCount]);
        var x = x0.ToArray();
        var theta = 1.0;
        for (var k = 0; k < updates; k++)
        {
            for (var i = 0; i < z1.Length; i++)
                z1[i] = Math.Clamp(z1[i] - (t1 / theta * Product(w, i, x)), -1, 1);

            var norm = 0.0;
            for (var i = 0; i < z2.Length; i++)
            {
                z2[i] -= t2 / theta * (y[i] - Product(a, i, x));
                norm += z2[i] * z2[i];
            }

            var shrink = Math.Max(0, 1 - (t2 / theta * problem.Epsilon / Math.Sqrt(norm)));
            for (var i = 0; i < z2.Length; i++)
                z2[i] *= shrink;

            var next = 2 / (1 + Math.Sqrt(1 + (4 / (theta * theta))));
            for (var i = 0; i < v1.Length; i++)
                v1[i] = ((1 - theta) * v1[i]) + (theta * z1[i]);
            for (var i = 0; i < v2.Length; i++)
                v2[i] = ((1 - theta) * v2[i]) + (theta * z2[i]);
            theta = next;

            // x at (1 − θ)v + θz.
            for (var j = 0; j < x.Length; j++)
            {
                var sum = 0.0;
                for (var i = 0; i < v1.Length; i++)
                    sum += w[i, j] * (((1 - theta) * v1[i]) + (theta * z1[i]));
                for (var i = 0; i < v2.Length; i++)
                    sum -= a[i, j] * (((1 - theta) * v2[i]) + (theta * z2[i]));
                x[j] = x0[j] + (sum / problem.Mu);
            }
        }

        return x;
    }

    private static double Product(Matrix<double> matrix, int row, double[] x)
    {
        var sum = 0.0;
        for (var j = 0; j < x.Length; j++)
            sum += matrix[row, j] * x[j];
        return sum;
    }
}
