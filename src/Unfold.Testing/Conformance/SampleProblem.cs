using TorchSharp;

namespace Unfold.Testing;

/// <summary>A small inverse problem with signals to try components on; owns its tensors.</summary>
internal sealed class SampleProblem : IDisposable
{
    private const double Sigma = 0.01;
    private const int Signals = 24;

    // Neither 0 nor 1: who takes pixels for normalised units is found out.
    private static readonly PixelScale Scale = new(0, 1, 0.3, 0.25);

    private readonly torch.Tensor _signals;

    /// <param name="shape">The shape of a signal.</param>
    /// <param name="dtype">The type of all tensors.</param>
    public SampleProblem(SignalShape shape, torch.ScalarType dtype = torch.ScalarType.Float32)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        using var generator = new torch.Generator(71, torch.CPU);
        var n = shape.Length;
        Operator = new DenseOperator(Matrix(n, (n / 2) + 1, generator).to(dtype).clone());
        _signals = ((Images(shape, generator) - Scale.Mean) / Scale.StandardDeviation).to(dtype).clone().DetachFromDisposeScope();
        Problem = new Problem(shape, Operator, new NoiseLevel(Sigma) { IsGaussian = true }, Scale, torch.CPU);
        Sample = new TrainingSample(_signals);
    }

    /// <summary>The shapes that components are tried on, the first ones first: images of even and odd size, a vector, a larger image.</summary>
    public static IReadOnlyList<SignalShape> Shapes { get; } = [new(1, 8, 8), new(1, 7, 5), new(1, 1, 33), new(1, 16, 16)];

    /// <summary>For components that refuse all of <see cref="Shapes"/>: blocks and strides of 32 fit it. Everything takes longer on it.</summary>
    public static SignalShape LastResort { get; } = new(1, 32, 32);

    public Problem Problem { get; }

    public TrainingSample Sample { get; }

    /// <summary>The problem's operator; another one, with other measurements, is <see cref="OtherOperator"/>.</summary>
    public DenseOperator Operator { get; }

    /// <summary>The shape in words.</summary>
    public string Name => $"{Problem.Shape.Channels}×{Problem.Shape.Height}×{Problem.Shape.Width}";

    /// <summary>x of a batch, [batch, n].</summary>
    public torch.Tensor Truth(int batch) => _signals.narrow(0, 0, batch).clone();

    /// <summary>Measurements of <see cref="Truth"/>, the same each time.</summary>
    public Observation Observe(int batch, bool withOracle = false, MeasurementOperator? by = null)
    {
        using var noGradient = torch.no_grad();
        using var generator = new torch.Generator(73, torch.CPU);
        var measured = by ?? Operator;
        var truth = Truth(batch);
        var clean = measured.Apply(truth);
        var y = clean + (torch.randn(clean.shape, generator: generator).to(clean.dtype) * Sigma);
        return new Observation(y, measured, Problem.Noise, withOracle ? new Oracle((y - clean).norm(), truth.min(), truth.max()) : null);
    }

    /// <summary>An operator of the same signals with fewer measurements, the caller's.</summary>
    public DenseOperator OtherOperator()
    {
        using var generator = new torch.Generator(79, torch.CPU);
        return new DenseOperator(Matrix(Problem.Shape.Length, (Problem.Shape.Length / 3) + 1, generator).to(_signals.dtype).clone());
    }

    public void Dispose()
    {
        Operator.Dispose();
        _signals.Dispose();
    }

    private static torch.Tensor Matrix(int n, int m, torch.Generator generator) => torch.randn(m, n, dtype: torch.float64, generator: generator) / Math.Sqrt(m);

    // Smooth waves, a box and a little noise, in [0, 1]: gradients, edges, and a covariance of full rank.
    private static torch.Tensor Images(SignalShape shape, torch.Generator generator)
    {
        var (h, w) = (shape.Height, shape.Width);
        var drawn = torch.rand([Signals, shape.Channels, 4, 1, 1], dtype: torch.float64, generator: generator);
        torch.Tensor Drawn(int i) => drawn.select(2, i);
        var rows = torch.arange(h, dtype: torch.float64).reshape(1, 1, h, 1) / h;
        var columns = torch.arange(w, dtype: torch.float64).reshape(1, 1, 1, w) / w;
        var waves = ((rows * 4 * Drawn(0)) + (columns * 6 * Drawn(1)) + (Drawn(2) * 6)).sin();
        var box = ((rows - Drawn(2)).abs().le(0.3) & (columns - Drawn(3)).abs().le(0.25)).to(torch.float64);
        var noise = torch.rand([Signals, shape.Channels, h, w], dtype: torch.float64, generator: generator);
        return ((waves + 1) * 0.2 + (box * 0.4) + (noise * 0.1)).clamp(0, 1).reshape(Signals, shape.Length);
    }
}
