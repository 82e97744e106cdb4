namespace Unfold.SparseRecovery;

/// <summary>
/// The iterative shrinkage-thresholding algorithm (Daubechies, Defrise, De Mol 2004) for min ½‖y − Ax‖² + λ‖x‖₁, without learning:
/// x_{k+1} = S_{λ/L}(x_k + Aᵀ(y − A x_k)/L) with L = ‖A‖², from x₀ = 0.
/// </summary>
/// <param name="options">The options.</param>
[Component("ista")]
public sealed class Ista(IstaOptions options) : IArchitecture, IStationary, IAnyOperator
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample) => new IstaNetwork(options);
}
