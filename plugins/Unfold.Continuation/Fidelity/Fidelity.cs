using TorchSharp;

namespace Unfold.Continuation;

/// <summary>
/// Fidelity homotopy (UTOPY, arXiv 2509.14394): training begins with the measurements of a synthetic, well-posed operator H, n×n, and
/// ends with the real ones: the data term is (1−α)‖y − Ax‖² + α‖y_t − Hx‖², α from 1 to 0. Networks see it as one operator, A stacked on H.
/// </summary>
/// <param name="options">The options.</param>
[Component("fidelity")]
[Requires(typeof(IAnyOperator))]
public sealed class Fidelity(FidelityOptions options) : IHomotopy
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public HomotopyPath Build(Problem problem, torch.Generator generator)
    {
        ArgumentNullException.ThrowIfNull(problem);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        long n = problem.Shape.Length;
        var entries = torch.randn(n, n, dtype: torch.float64, generator: generator);
        var matrix = options.Synthetic == SyntheticOperator.Orthogonal ? Orthogonal(entries) : entries / Math.Sqrt(n);
        return new FidelityPath(options, new DenseOperator(matrix.to(torch.float32).to(problem.Device)));
    }

    /// <summary>Uniform over orthogonal matrices: Q of a Gaussian matrix, with the signs of R's diagonal (Mezzadri 2007).</summary>
    private static torch.Tensor Orthogonal(torch.Tensor entries)
    {
        var (q, r) = torch.linalg.qr(entries);
        return q * r.diagonal().sign();
    }
}
