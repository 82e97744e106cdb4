using TorchSharp;

namespace Unfold.Measurements;

/// <summary>An orthonormal map Φ of ℝᴺ, applied to the rows of a batch [batch, N] without its matrix; float32 and float64, differentiable.</summary>
internal abstract class OrthonormalTransform : IDisposable
{
    /// <summary>N.</summary>
    public abstract int Length { get; }

    /// <summary>Φ x for every row.</summary>
    public abstract torch.Tensor Forward(torch.Tensor rows);

    /// <summary>Φᵀ x = Φ⁻¹ x for every row.</summary>
    public abstract torch.Tensor Inverse(torch.Tensor rows);

    /// <summary>The same transform on another device, as a new object.</summary>
    public abstract OrthonormalTransform To(torch.Device device);

    public abstract void Dispose();
}
