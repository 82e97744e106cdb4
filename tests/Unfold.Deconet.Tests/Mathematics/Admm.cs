using MathNet.Numerics.LinearAlgebra;

namespace Unfold.Deconet.Tests.Mathematics;

/// <summary>
/// The alternating direction method of multipliers with u = Wx and v = Ax − y, ‖v‖₂ ≤ ε: another algorithm, another library and no code in
/// common with the network (Boyd et al. 2011, section 3.1.1).
/// </summary>
internal static class Admm
{
    private const double Rho = 3;

    /// <param name="problem">The instance.</param>
    /// <param name="mu">µ; 0 solves the problem without smoothing.</param>
    /// <param name="iterations">Iterations.</param>
    public static Vector<double> Solve(AnalysisProblem problem, double mu, int iterations = 30_000)
    {
        var (a, w, n) = (problem.A, problem.W, AnalysisProblem.N);
        var system = (mu * Matrix<double>.Build.DenseIdentity(n)) + (Rho * (w.TransposeThisAndMultiply(w) + a.TransposeThisAndMultiply(a)));
        // One matrix each, so that an iteration is two products: x = B₀ + B₁(u − p) + B₂(v − q).
        var fixedPart = system.Solve((mu * problem.Centre) + (Rho * a.TransposeThisAndMultiply(problem.Y)));
        var fromU = system.Solve(Rho * w.Transpose());
        var fromV = system.Solve(Rho * a.Transpose());
        var (u, p) = (Vector<double>.Build.Dense(w.RowCount), Vector<double>.Build.Dense(w.RowCount));
        var (v, q) = (Vector<double>.Build.Dense(a.RowCount), Vector<double>.Build.Dense(a.RowCount));
        var x = fixedPart;
        for (var i = 0; i < iterations; i++)
        {
            x = fixedPart + (fromU * (u - p)) + (fromV * (v - q));
            var wx = w * x;
            var residual = (a * x) - problem.Y;
            u = (wx + p).Map(value => Math.Sign(value) * Math.Max(Math.Abs(value) - (1 / Rho), 0));
            v = residual + q;
            v *= Math.Min(1, problem.Epsilon / Math.Max(v.L2Norm(), 1e-300));
            p += wx - u;
            q += residual - v;
        }

        return x;
    }
}
