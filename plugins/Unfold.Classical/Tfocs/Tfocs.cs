namespace Unfold.Classical;

/// <summary>
/// ℓ1-analysis without learning: min ‖Wx‖₁ + µ/2‖x − x0‖² subject to ‖y − Ax‖₂ ≤ ε with a fixed W, by the accelerated first-order method on the
/// dual (Becker, Candès, Grant 2011, "TFOCS", sections 4 and 5): the solver that DECONET unfolds. x0 = Aᵀy, unless a continuation moves it towards the
/// solution of the problem without µ. A network without parameters, whose layers are the dual updates.
/// </summary>
/// <param name="options">The options.</param>
[Component("tfocs")]
public sealed class Tfocs(TfocsOptions options) : IArchitecture, IWarmStartable, IAnyOperator
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new TfocsNetwork(options, FixedAnalysis.Of(options.Analysis, problem));
    }
}
