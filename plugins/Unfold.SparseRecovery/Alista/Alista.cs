using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>
/// ALISTA (Liu, Chen, Wang, Yin 2019): x_{k+1} = S_{θ_k}(x_k + γ_k Wᵀ(y − A x_k)) with support selection, where W is computed from A in closed
/// form (<see cref="AnalyticWeights"/>) and two numbers a layer are learnt.
/// </summary>
/// <param name="options">The options.</param>
[Component("alista")]
public sealed class Alista(AlistaOptions options) : IArchitecture, IFullyDifferentiable<IArchitecture>
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
        var weights = AnalyticWeights.Of(OperatorMatrix.Of(problem)).Matrix();
        return new AlistaNetwork(options, Counts(), weights.to(OperatorMatrix.TypeOf(problem.Operator)).to(problem.Device));
    }

    /// <summary>p_k of every layer.</summary>
    internal long[] Counts()
    {
        var (last, first) = (options.Selected, options.Selected / options.Layers);
        return [.. Enumerable.Range(0, options.Layers).Select(k => first + ((long)(last - first) * k / Math.Max(1, options.Layers - 1)))];
    }
}
