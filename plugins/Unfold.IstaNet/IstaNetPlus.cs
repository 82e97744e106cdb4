namespace Unfold.IstaNet;

/// <summary>
/// ISTA-Net⁺ (Zhang and Ghanem, CVPR 2018): ISTA-Net that learns what is missing from r, x⁺ = r + G(H̃(soft(H(D(r)), θ))), with a
/// convolution D to features and one, G, back.
/// </summary>
/// <param name="options">The options.</param>
[Component("ista-net-plus")]
public sealed class IstaNetPlus(IstaNetOptions options) : IArchitecture, IAnyOperator, IStationary, IFullyDifferentiable<IArchitecture>
{
    /// <inheritdoc/>
    public object Options => options;

    /// <summary>Where all phases share their weights.</summary>
    public bool IsStationary => options.Shared;

    /// <inheritdoc/>
    public IArchitecture WithFullGradient() => this;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(sample);
        return new IstaNetNetwork("ista-net-plus", options, problem, sample, () => new ResidualPhase(options, problem));
    }
}
