namespace Unfold.Equilibrium;

/// <summary>
/// A deep equilibrium network (Bai, Kolter and Koltun 2019; for inverse problems Gilton, Ongie and Willett, arXiv 2102.07944): infinitely many layers of any
/// architecture whose layers are one map f, z = f(z), solved for and differentiated without keeping the iterations.
/// </summary>
/// <param name="options">The options.</param>
[Component("equilibrium")]
public sealed class Equilibrium(EquilibriumOptions options) : IArchitecture
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample) => new EquilibriumNetwork(options, options.Of.Build(problem, sample));
}
