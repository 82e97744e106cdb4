using TorchSharp;

namespace Unfold;

/// <summary>What a loss may look at.</summary>
/// <param name="Problem">The inverse problem.</param>
/// <param name="Observed">The measurements.</param>
/// <param name="Output">The network's output.</param>
/// <param name="Truth">The signals [batch, n], normalised units; null for a loss that must not see them (<see cref="ILoss.SeesTruth"/>), so that they cannot leak.</param>
/// <param name="Reconstruct">Runs the network again on other measurements.</param>
public sealed record LossContext(
    Problem Problem,
    Observation Observed,
    Reconstruction Output,
    torch.Tensor? Truth,
    Func<Observation, Reconstruction> Reconstruct)
{
    /// <summary>The teachers of the run's <see cref="ITaught"/> components by the name that they gave.</summary>
    public IReadOnlyDictionary<string, Func<Observation, torch.Tensor>> Teachers { get; init; } = new Dictionary<string, Func<Observation, torch.Tensor>>();

    /// <summary>x̂ of a teacher for the same measurements (the real ones, where a homotopy puts others in their place), [batch, n], normalised units: in evaluation mode, under its own continuation, without gradient.</summary>
    /// <param name="teacher">Its name, as <see cref="ITaught.Teacher"/> gave it.</param>
    /// <exception cref="InvalidOperationException">No component of the run gave this name.</exception>
    public torch.Tensor Taught(string teacher) => Teachers.TryGetValue(teacher, out var reconstruct)
        ? reconstruct(Observed.Original ?? Observed)
        : throw new InvalidOperationException($"The run has no teacher '{teacher}': a loss that asks for one implements {nameof(ITaught)}.");

    /// <summary>
    /// x̂ after layer 1 … L of the last continuation step, [batch, n] each; in layer-wise training those of the layers so far. A network without layers has
    /// its estimate alone.
    /// </summary>
    /// <exception cref="InvalidOperationException">They were not collected: no loss of the run is <see cref="IUsesLayers"/>.</exception>
    public IReadOnlyList<torch.Tensor> LayerEstimates() => Output.LayerEstimates is { Count: > 0 } estimates
        ? estimates
        : throw new InvalidOperationException($"The layers' estimates were not collected: a loss that looks at them implements {nameof(IUsesLayers)}.");

    /// <summary>
    /// What a nested loss may look at: the same or, where it must not see the truth, a context without it and, of a homotopy that measured the truth a second
    /// time, without those measurements.
    /// </summary>
    /// <param name="loss">The nested loss.</param>
    public LossContext For(ILoss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return Truth is null || loss.SeesTruth ? this : this with { Truth = null, Observed = Observed.Original ?? Observed };
    }

    /// <summary>x̂ − x, [batch, n], for losses of the residual.</summary>
    /// <exception cref="InvalidOperationException">The loss is self-supervised: there is no truth.</exception>
    public torch.Tensor Residual() =>
        Output.Estimate - (Truth ?? throw new InvalidOperationException("A self-supervised loss has no truth to take a residual from."));
}
