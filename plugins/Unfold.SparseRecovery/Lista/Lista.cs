using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>
/// Learned ISTA (Gregor and LeCun 2010): x_{k+1} = S_{θ_k}(W₁ᵏ y + W₂ᵏ x_k), with weights and thresholds learnt for every layer. It starts as
/// ISTA: W₁ = Aᵀ/L, W₂ = I − AᵀA/L, θ = λ/L with L = ‖A‖².
/// </summary>
/// <param name="options">The options.</param>
[Component("lista")]
public sealed class Lista(ListaOptions options) : IArchitecture, IUnrolled, IFullyDifferentiable<IArchitecture>
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
        return new ListaNetwork("lista", options.Layers, IstaWeights.Of(problem, options.Lambda), options.TieWeights, tieThresholds: false);
    }
}
