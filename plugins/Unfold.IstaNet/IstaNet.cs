namespace Unfold.IstaNet;

/// <summary>
/// ISTA-Net (Zhang and Ghanem, CVPR 2018): the iterations of ISTA for min ½‖Ax − y‖² + λ‖F(x)‖₁ with a learned non-linear transform F and
/// its left inverse F̃, both small convolutional networks: r = x − ρAᵀ(Ax − y), x⁺ = F̃(soft(F(r), θ)).
/// </summary>
/// <param name="options">The options.</param>
[Component("ista-net")]
public sealed class IstaNet(IstaNetOptions options) : IArchitecture, IAnyOperator, IStationary, IFullyDifferentiable<IArchitecture>
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
        return new IstaNetNetwork("ista-net", options, problem, sample, () => new TransformPhase(options, problem));
    }
}
