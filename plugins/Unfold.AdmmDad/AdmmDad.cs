using TorchSharp;
using Unfold.Deconet;

namespace Unfold.AdmmDad;

/// <summary>
/// ADMM-DAD (Kouni, Paraskevopoulos, Rauhut and Alexandropoulos, ICASSP 2022): the alternating direction method of multipliers for analysis
/// compressed sensing, min ½‖Ax − y‖² + λ‖Wx‖₁, unfolded, with the redundant analysis operator W learnt and shared by all layers.
/// </summary>
/// <remarks>
/// Every layer solves (AᵀA + ρWᵀW)x = Aᵀy + ρWᵀ(z − u), as the method asks. The published script multiplies by the diagonal of a triangular factor
/// instead, and clamps to the range of the truth; neither is done here.
/// </remarks>
/// <param name="options">The options.</param>
[Component("admm-dad")]
public sealed class AdmmDad(AdmmDadOptions options) : IArchitecture, IAnyOperator, IStationary, IFullyDifferentiable<IArchitecture>
{
    /// <inheritdoc/>
    public object Options => options;

    /// <summary>Unless every layer learns a threshold of its own.</summary>
    public bool IsStationary => options.Threshold != ThresholdRule.PerLayer;

    /// <inheritdoc/>
    public IArchitecture WithFullGradient() => this;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var rows = (long)Math.Round(options.Redundancy * problem.Shape.Length);
        return new AdmmDadNetwork(options, problem, AnalysisOperatorInit.Draw(options.Init, options.InitScale, rows, problem.Shape, problem.Device));
    }
}
