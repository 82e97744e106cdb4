using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>One step of the proximal gradient method for ½‖y − Ax‖² + λ‖x‖₁, with step size 1/L, L = ‖A‖².</summary>
internal static class ProximalGradient
{
    /// <returns>S_{λ/L}(x + Aᵀ(y − Ax)/L), [batch, n].</returns>
    public static torch.Tensor Step(torch.Tensor x, Observation observed, double lambda)
    {
        var lipschitz = observed.Operator.Norm * observed.Operator.Norm;
        var residual = observed.Y - observed.Operator.Apply(x);
        return SoftThreshold.Apply(x + (observed.Operator.Adjoint(residual) / lipschitz), lambda / lipschitz);
    }
}
