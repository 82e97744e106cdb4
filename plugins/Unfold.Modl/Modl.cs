namespace Unfold.Modl;

/// <summary>
/// MoDL (Aggarwal, Mani and Jacob, IEEE Trans. Medical Imaging 2019): a denoising network and the solution of the least-squares problem around what it
/// gives, in turns, min ‖Ax − y‖² + λ‖x − D(x)‖². One residual convolutional network D, and one λ, for all layers.
/// </summary>
/// <remarks>The paper's D has batch normalisation; here it has none: images of all layers, of other statistics, would share its averages.</remarks>
/// <param name="options">The options.</param>
[Component("modl")]
public sealed class Modl(ModlOptions options) : IArchitecture, IAnyOperator, IStationary, IFullyDifferentiable<IArchitecture>
{
    /// <inheritdoc/>
    public object Options => options;

    /// <summary>The derivative of a solution, given as a solution again, has no derivative of its own: conjugate gradients' has.</summary>
    public IArchitecture WithFullGradient() => new Modl(options with { Gradient = SolverGradient.Unrolled });

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new ModlNetwork(options, problem, options.Start?.Build(problem, sample));
    }
}
