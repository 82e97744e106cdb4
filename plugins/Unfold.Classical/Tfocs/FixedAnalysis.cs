using TorchSharp;

namespace Unfold.Classical;

/// <summary>W without parameters: its products for a batch of signals, and its norm.</summary>
internal abstract class FixedAnalysis() : torch.nn.Module("analysis")
{
    /// <summary>‖W‖².</summary>
    public abstract double NormSquared { get; }

    public static FixedAnalysis Of(AnalysisTransform transform, Problem problem)
    {
        var shape = problem.Shape;
        return transform switch
        {
            AnalysisTransform.Differences => new DifferenceAnalysis(shape),
            AnalysisTransform.Dct => new SeparableAnalysis(OrthonormalBasis.Dct(shape.Height), OrthonormalBasis.Dct(shape.Width), problem),
            AnalysisTransform.Haar => new SeparableAnalysis(OrthonormalBasis.Haar(shape.Height), OrthonormalBasis.Haar(shape.Width), problem),
            _ => new IdentityAnalysis(),
        };
    }

    /// <summary>W x for every row: [batch, n] → [batch, N].</summary>
    public abstract torch.Tensor Apply(torch.Tensor signals);

    /// <summary>Wᵀ z for every row: [batch, N] → [batch, n].</summary>
    public abstract torch.Tensor Adjoint(torch.Tensor coefficients);
}
