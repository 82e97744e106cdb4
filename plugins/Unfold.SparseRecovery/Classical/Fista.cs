namespace Unfold.SparseRecovery;

/// <summary>
/// FISTA (Beck and Teboulle 2009), the accelerated proximal gradient method for min ½‖y − Ax‖² + λ‖x‖₁, without learning:
/// x_{k+1} = S_{λ/L}(z_k + Aᵀ(y − A z_k)/L), t_{k+1} = (1 + √(1 + 4t_k²))/2, z_{k+1} = x_{k+1} + (t_k − 1)/t_{k+1} (x_{k+1} − x_k), from x₀ = z₀ = 0, t₀ = 1.
/// </summary>
/// <param name="options">The options.</param>
[Component("fista")]
public sealed class Fista(FistaOptions options) : IArchitecture, IAnyOperator
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample) => new FistaNetwork(options);
}
