using MathNet.Numerics.LinearAlgebra;
using TorchSharp;

namespace Unfold.Deconet.Tests;

/// <summary>A problem of n = 40, m = 20, N = 80 in double precision, for torch and, apart from it, for MathNet.</summary>
internal sealed class SmallProblem : IDisposable
{
    public const int N = 40;
    public const int M = 20;
    public const int Rows = 80;
    public const double Sigma = 0.05;

    public SmallProblem(DeconetOptions options)
    {
        var random = new Random(11);
        A = Matrix<double>.Build.Dense(M, N, (_, _) => Gauss(random) / Math.Sqrt(M));
        W = Matrix<double>.Build.Dense(Rows, N, (_, _) => Gauss(random) * Math.Sqrt(2.0 / N));
        var truth = Vector<double>.Build.Dense(N, i => i % 9 == 0 ? 1.0 : 0.1);
        Y = (A * truth) + Vector<double>.Build.Dense(M, _ => Sigma * Gauss(random));
        Operator = new DenseOperator(Tensor(A));
        Observed = new Observation(torch.tensor(Y.ToArray()).reshape(1, M), Operator, new NoiseLevel(Sigma));
        var problem = new Problem(new SignalShape(1, 1, N), Operator, new NoiseLevel(Sigma), new PixelScale(0, 1, 0, 1), torch.CPU);
        using var analysis = Tensor(W);
        Network = new DeconetNetwork(options, DeconetRules.Of(options), problem, analysis.clone(), start: null);
        Smoothing = options.Smoothing ?? throw new ArgumentException("State the smoothing parameter.", nameof(options));
    }

    public Matrix<double> A { get; }

    public Matrix<double> W { get; }

    public Vector<double> Y { get; }

    public double Smoothing { get; }

    /// <summary>ε = σ√m.</summary>
    public double Bound { get; } = Sigma * Math.Sqrt(M);

    /// <summary>x0 = Aᵀy.</summary>
    public Vector<double> Centre => A.TransposeThisAndMultiply(Y);

    public DenseOperator Operator { get; }

    public Observation Observed { get; }

    public DeconetNetwork Network { get; }

    public void Dispose()
    {
        Network.Dispose();
        Operator.Dispose();
        Observed.Y.Dispose();
    }

    private static torch.Tensor Tensor(Matrix<double> matrix) => torch.tensor(matrix.ToRowMajorArray()).reshape(matrix.RowCount, matrix.ColumnCount);

    private static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
