using TorchSharp;

namespace Unfold.Engine.Landscapes;

/// <summary>The largest eigenvalues of a symmetric operator; owns the vectors.</summary>
/// <param name="Values">Descending.</param>
/// <param name="Vectors">Unit vectors [n], one for each value.</param>
/// <param name="Residuals">‖Hv − λv‖ as the iteration bounds them.</param>
internal sealed record EigenEstimate(IReadOnlyList<double> Values, IReadOnlyList<torch.Tensor> Vectors, IReadOnlyList<double> Residuals) : IDisposable
{
    public void Dispose()
    {
        foreach (var vector in Vectors)
            vector.Dispose();
    }
}
