using TorchSharp;

namespace Unfold.StartEstimates;

/// <summary>
/// Total variation without learning: min TV(x) subject to ‖y − Ax‖₂ ≤ ε and, where asked, to the dataset's pixel range (Rudin, Osher, Fatemi
/// 1992; Candès, Romberg, Tao 2006), solved by the alternating direction method of multipliers. What a reconstruction is worth that knows of
/// images only that they are piecewise flat. A network without parameters, whose layers are the solver's iterations.
/// </summary>
/// <param name="options">The options.</param>
[Component("tv")]
public sealed class TotalVariation(TotalVariationOptions options) : IArchitecture
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample)
    {
        ArgumentNullException.ThrowIfNull(problem);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        return new TotalVariationNetwork(options, problem, AdmmSystem.Of(problem, options.Box != BoxRule.None));
    }
}
