using TorchSharp;

namespace Unfold.Classical;

/// <summary>
/// Total variation by the primal-dual method (Chambolle, Pock 2011, algorithm 1, over-relaxed as Condat 2013): min TV(x) subject to ‖y − Ax‖₂ ≤ ε, or
/// min ½‖y − Ax‖² + λ TV(x), where asked within the data set's pixel range. It needs A and Aᵀ as maps alone and solves no system, so fast operators stay fast; <c>tv</c>
/// solves the first of these problems by ADMM with an n×n inverse. A network without parameters, whose layers are the solver's iterations.
/// </summary>
/// <param name="options">The options.</param>
[Component("tv-primal-dual")]
public sealed class PrimalDualTotalVariation(PrimalDualTotalVariationOptions options) : IArchitecture, IAnyOperator, IStationary
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new PrimalDualTotalVariationNetwork(options, problem);
    }
}
