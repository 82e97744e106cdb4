using TorchSharp;

namespace Unfold.Measurements;

/// <summary>A constant of an operator, real or complex, in both precisions: for training in float32 and checks in float64.</summary>
internal sealed class EitherPrecision : IDisposable
{
    private readonly torch.Tensor _double;
    private readonly torch.Tensor _single;

    /// <param name="exact">float64 or complex128; stays its owner's.</param>
    public EitherPrecision(torch.Tensor exact)
    {
        _double = exact.clone().DetachFromDisposeScope();
        _single = exact.to(exact.is_complex() ? torch.complex64 : torch.float32).DetachFromDisposeScope();
    }

    /// <summary>The constant in the precision of real rows.</summary>
    public torch.Tensor For(torch.Tensor rows) => rows.dtype == torch.float64 ? _double : _single;

    public EitherPrecision To(torch.Device device)
    {
        using var moved = _double.to(device);
        return new EitherPrecision(moved);
    }

    public void Dispose()
    {
        _double.Dispose();
        _single.Dispose();
    }
}
