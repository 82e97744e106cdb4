using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>
/// LISTA with coupled weights (Chen, Liu, Wang, Yin 2018, eq. 14): x_{k+1} = S_{θ_k}(x_k + W_kᵀ(y − A x_k)), which what is learnt has to come close
/// to where it converges. It starts as ISTA: W = A/L, θ = λ/L with L = ‖A‖².
/// </summary>
/// <param name="options">The options.</param>
[Component("lista-cp")]
public sealed class ListaCp(ListaCpOptions options) : IArchitecture, IUnrolled, IFullyDifferentiable<IArchitecture>
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public IArchitecture Solver => new Ista(new IstaOptions { Layers = options.Layers, Lambda = options.Lambda });

    /// <inheritdoc/>
    public IArchitecture WithFullGradient() => this;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample)
    {
        using var scope = torch.NewDisposeScope();
        return new CoupledNetwork("lista-cp", IstaWeights.Of(problem, options.Lambda), options.TieWeights, new long[options.Layers]);
    }
}
