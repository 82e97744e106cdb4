using TorchSharp;

namespace Unfold.Classical;

/// <summary>
/// The lasso without learning: min ½‖y − Ax‖² + λ‖x‖₁ by the alternating direction method of multipliers (Boyd et al. 2011, section 6.4):
/// x = (AᵀA + ρI)⁻¹(Aᵀy + ρ(z − u)), z = soft(x + u, λ/ρ), u ← u + x − z. Signals are taken to be sparse as they are. A network without parameters, whose
/// layers are the solver's iterations; one factorisation serves them all.
/// </summary>
/// <param name="options">The options.</param>
[Component("admm-lasso")]
public sealed class AdmmLasso(AdmmLassoOptions options) : IArchitecture, IAnyOperator, IStationary
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample)
    {
        ArgumentNullException.ThrowIfNull(problem);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        return new AdmmLassoNetwork(options, problem.Operator, RidgeSystem.Inverse(problem.Operator, options.Rho, problem.Device));
    }
}
