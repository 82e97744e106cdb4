using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>
/// Learned ISTA as first published (Gregor and LeCun 2010): one W₁, one W₂ and one θ for all layers, x_{k+1} = S_θ(W₁ y + W₂ x_k), so that its
/// layers are the iterations of one fixed-point equation. It starts as ISTA.
/// </summary>
/// <param name="options">The options.</param>
[Component("lista-tied")]
public sealed class TiedLista(TiedListaOptions options) : IArchitecture, IStationary, IUnrolled, IFullyDifferentiable<IArchitecture>
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
        return new ListaNetwork("lista-tied", options.Layers, IstaWeights.Of(problem, options.Lambda), tieWeights: true, tieThresholds: true);
    }
}
