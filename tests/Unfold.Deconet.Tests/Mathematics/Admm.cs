using MathNet.Numerics.LinearAlgebra;

namespace Unfold.Deconet.Tests.Mathematics;

/// <summary>
/// The alternating direction method of multipliers with u = Wx v = Ax − y, ‖v‖₂ ≤ ε, and, with a box, s = x in [0, 1]: another algorithm, another library and no code in
/// common with the network (Boyd et al. 2011, section 3.1.1).
/// </summary>
internal static class Admm
{
    private const double Rho = 3;

    /// <param name="problem">The instance.</param>
    /// <param name="mu">µ; 0 solves the problem without smoothing.</param>
    /// <param name="iterations">Iterations.</param>
    /// <param name="box">Whether x is held in [0, 1].</param>
    public static Vector<double> Solve(AnalysisProblem problem, double mu, int iterations = 30_000, bool box = false)
    {
        var (a, w, n) = (problem.A, problem.W, AnalysisProblem.N);
        var system = ((mu + (box ? Rho : 0)) * Matrix<double>.Build.DenseIdentity(n)) + (Rho * (w.TransposeThisAndMultiply(w) + a.TransposeThisAndMultiply(a)));
        // One matrix each, so that an iteration is three products: x = B₀ + B₁(u − p) + B₂(v − q) + B₃(s − r).
        var fixedPart = system.Solve((mu * problem.Centre) + (Rho * a.TransposeThisAndMultiply(problem.Y)));
        var fromU = system.Solve(Rho * w.Transpose());
        var fromV = system.Solve(Rho * a.Transpose());
        var fromS = system.Solve((box ? Rho : 0) * Matrix<double>.Build.DenseIdentity(n));
        var (u, p) = (Vector<double>.Build.Dense(w.RowCount), Vector<double>.Build.Dense(w.RowCount));
        var (v, q) = (Vector<double>.Build.Dense(a.RowCount), Vector<double>.Build.Dense(a.RowCount));
        var (s, r) = (Vector<double>.Build.Dense(n), Vector<double>.Build.Dense(n));
        var x = fixedPart;
        for (var i = 0; i < iterations; i++)
        {
            x = fixedPart + (fromU * (u - p)) + (fromV * (v - q)) + (fromS * (s - r));
            var wx = w * x;
            var residual = (a * x) - problem.Y;
            u = (wx + p).Map(value => Math.Sign(value) * Math.Max(Math.Abs(value) - (1 / Rho), 0));
            v = residual + q;
            v *= Math.Min(1, problem.Epsilon / Math.Max(v.L2Norm(), 1e-300));
            s = (x + r).Map(value => Math.Clamp(value, 0, 1));
            p += wx - u;
            q += residual - v;
            r += x - s;
        }

        return x;
    }
}
