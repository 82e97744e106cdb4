using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>
/// HyperLISTA (Chen, Liu, Wang, Yin 2021): x_{k+1} = S_{θ_k}(x_k + Wᵀ(y − A x_k) + β_k(x_k − x_{k−1})) with support selection of p_k entries, where
/// every signal's own θ_k = c₁ μ‖A⁺(A x_k − y)‖₁, β_k = c₂ μ‖x_k‖₀ and p_k = c₃ ln(‖A⁺y‖₁/‖A⁺(A x_k − y)‖₁) ≤ n follow from three numbers.
/// W is computed from A (<see cref="AnalyticWeights"/>), and so is μ, its largest |wᵢᵀaⱼ| (i ≠ j), which the released code folds into c₁ and c₂. Three
/// numbers are few enough to be searched without gradients: see <c>random-search</c>.
/// </summary>
/// <param name="options">The options.</param>
[Component("hyperlista")]
public sealed class HyperLista(HyperListaOptions options) : IArchitecture, IFullyDifferentiable<IArchitecture>
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public IArchitecture WithFullGradient() => this;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample)
    {
        ArgumentNullException.ThrowIfNull(problem);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var matrix = OperatorMatrix.Of(problem);
        var weights = AnalyticWeights.Of(matrix);
        torch.Tensor Own(torch.Tensor value) => value.to(OperatorMatrix.TypeOf(problem.Operator)).to(problem.Device);
        return new HyperListaNetwork(options, Own(weights.PseudoInverse.t()), Own(weights.Scales), Own(weights.Coherence(matrix)));
    }
}
