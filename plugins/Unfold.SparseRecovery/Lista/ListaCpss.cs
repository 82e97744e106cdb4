using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>
/// LISTA with coupled weights and support selection (Chen, Liu, Wang, Yin 2018, eq. 15 and 16): as <see cref="ListaCp"/>, but in layer k the
/// min(p(k + 1), p_max) per cent of the entries (their number rounded) that are largest pass the threshold unshrunk where they are beyond it.
/// </summary>
/// <param name="options">The options.</param>
[Component("lista-cpss")]
public sealed class ListaCpss(ListaCpssOptions options) : IArchitecture, IFullyDifferentiable<IArchitecture>
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
        return new CoupledNetwork("lista-cpss", IstaWeights.Of(problem, options.Lambda), options.TieWeights, Counts(problem.Shape.Length));
    }

    /// <summary>p_k of every layer, as numbers of the n entries.</summary>
    internal long[] Counts(long length) =>
    [
        .. Enumerable.Range(1, options.Layers)
            .Select(k => (long)Math.Round(length * Math.Min(options.SelectedPercent * k, options.LargestSelectedPercent) / 100)),
    ];
}
