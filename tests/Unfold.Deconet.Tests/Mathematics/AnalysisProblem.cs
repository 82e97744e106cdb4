using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using TorchSharp;

namespace Unfold.Deconet.Tests.Mathematics;

/// <summary>A small instance of min ‖Wx‖₁ + µ/2‖x − x0‖² subject to ‖y − Ax‖₂ ≤ ε, in double precision.</summary>
internal sealed class AnalysisProblem
{
    public const int N = 40, M = 20, Rows = 80;
    private const double Sigma = 0.02;

    /// <param name="seed">Seed of A, W, the truth and the noise.</param>
    /// <param name="mu">µ.</param>
    /// <param name="inBox">Whether the truth is cut to the pixel range, [0, 1].</param>
    public AnalysisProblem(int seed = 7, double mu = 10, bool inBox = false)
    {
        var normal = new Normal(0, 1, new Random(seed));
        Mu = mu;
        A = Matrix<double>.Build.Random(M, N, normal) / Math.Sqrt(M);
        W = Matrix<double>.Build.Random(Rows, N, normal) * Math.Sqrt(2.0 / N);
        var truth = Vector<double>.Build.Random(N, normal);
        if (inBox)
            truth = truth.Map(value => Math.Clamp(value, 0, 1));
        Y = (A * truth) + (Sigma * Vector<double>.Build.Random(M, normal));
        Centre = A.TransposeThisAndMultiply(Y);
    }

    public double Mu { get; }

    public Matrix<double> A { get; }

    public Matrix<double> W { get; }

    public Vector<double> Y { get; }

    /// <summary>x0 = Aᵀy, the network's own.</summary>
    public Vector<double> Centre { get; }

    /// <summary>ε = σ√m.</summary>
    public double Epsilon => Sigma * Math.Sqrt(M);

    public Observation Observe() => new(Tensor(Y.ToRowMatrix()), new DenseOperator(Tensor(A)), new NoiseLevel(Sigma));

    public DeconetNetwork Network(DeconetOptions options, bool isThroughNorms = false)
    {
        var problem = new Problem(new SignalShape(1, 1, N), new DenseOperator(Tensor(A)), new NoiseLevel(Sigma), new PixelScale(0, 1, 0, 1), torch.CPU);
        var given = options with { Smoothing = Mu };
        return new DeconetNetwork(given, DeconetRules.Of(given), problem, Tensor(W), start: null, isThroughNorms);
    }

    // In memory of libtorch's own: products with a matrix in a managed array depend, in their last bits, on where that begins.
    public static torch.Tensor Tensor(Matrix<double> matrix)
    {
        using var managed = torch.tensor(matrix.ToRowMajorArray(), matrix.RowCount, matrix.ColumnCount);
        return managed.clone();
    }

    public static Vector<double> Vector(torch.Tensor tensor)
    {
        using var line = tensor.detach().contiguous();
        return Vector<double>.Build.Dense(line.data<double>().ToArray());
    }
}
