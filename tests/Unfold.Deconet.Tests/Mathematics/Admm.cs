using MathNet.Numerics.LinearAlgebra;

namespace Unfold.Deconet.Tests;

/// <summary>min ‖Wx‖₁ + µ/2 ‖x − x0‖² subject to ‖y − Ax‖₂ ≤ ε by the alternating direction method of multipliers: another algorithm than the network's.</summary>
internal static class Admm
{
    private const double Penalty = 5;

    public static Vector<double> Solve(SmallProblem problem, Vector<double> centre, double smoothing, int iterations)
    {
        var (w, a, y) = (problem.W, problem.A, problem.Y);
        var inverse = ((Matrix<double>.Build.DenseIdentity(SmallProblem.N) * smoothing) + ((w.TransposeThisAndMultiply(w) + a.TransposeThisAndMultiply(a)) * Penalty)).Inverse();
        var x = centre;
        var (z1, u1) = (w * x, Vector<double>.Build.Dense(SmallProblem.Rows));
        var (z2, u2) = (Vector<double>.Build.Dense(SmallProblem.M), Vector<double>.Build.Dense(SmallProblem.M));
        for (var k = 0; k < iterations; k++)
        {
            x = inverse * ((smoothing * centre) + (Penalty * (w.TransposeThisAndMultiply(z1 - u1) + a.TransposeThisAndMultiply(y + z2 - u2))));
            var (wx, residual) = (w * x, (a * x) - y);
            z1 = (wx + u1).Map(v => Math.Sign(v) * Math.Max(0, Math.Abs(v) - (1 / Penalty)));
            var point = residual + u2;
            z2 = point * Math.Min(1, problem.Bound / point.L2Norm());
            u1 += wx - z1;
            u2 += residual - z2;
        }

        return x;
    }
}
