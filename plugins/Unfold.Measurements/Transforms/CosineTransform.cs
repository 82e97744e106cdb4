using TorchSharp;

namespace Unfold.Measurements;

/// <summary>
/// The orthonormal DCT-II of vectors, X_k = s_k Σ_j x_j cos(π(2j+1)k/2n) with s_0 = √(1/n), else √(2/n), by one real Fourier transform of the
/// entries in another order (Makhoul, IEEE Trans. ASSP 28, 1980): first those at even places, then those at odd places backwards.
/// </summary>
internal sealed class CosineTransform : OrthonormalTransform
{
    private readonly torch.Tensor _order;
    private readonly torch.Tensor _back;
    private readonly EitherPrecision _turn;
    private readonly EitherPrecision _turnBack;

    public CosineTransform(int length)
    {
        using var scope = torch.NewDisposeScope();
        Length = length;
        var places = torch.arange(length, dtype: torch.int64);
        _order = torch.cat([places[torch.TensorIndex.Slice(0, null, 2)], places[torch.TensorIndex.Slice(1, null, 2)].flip(0)]).DetachFromDisposeScope();
        _back = _order.argsort().DetachFromDisposeScope();
        var frequencies = torch.arange(Half, dtype: torch.float64);
        var scale = torch.where(frequencies.eq(0), torch.tensor(Math.Sqrt(1.0 / length)), torch.tensor(Math.Sqrt(2.0 / length)));
        var angles = frequencies * (-Math.PI / (2 * length));
        _turn = new EitherPrecision(torch.polar(scale, angles));
        _turnBack = new EitherPrecision(torch.polar(1 / scale, -angles));
    }

    private CosineTransform(CosineTransform other, torch.Device device)
    {
        Length = other.Length;
        _order = other._order.to(device).clone().DetachFromDisposeScope();
        _back = other._back.to(device).clone().DetachFromDisposeScope();
        (_turn, _turnBack) = (other._turn.To(device), other._turnBack.To(device));
    }

    public override int Length { get; }

    private long Half => (Length / 2) + 1;

    public override torch.Tensor Forward(torch.Tensor rows)
    {
        using var scope = torch.NewDisposeScope();
        // Z_k = s_k e^(−iπk/2n) V_k: its real part is X_k, its imaginary part −X_{n−k}.
        var turned = torch.fft.rfft(rows.index_select(1, _order)) * _turn.For(rows);
        return torch.cat([turned.real, turned.imag.narrow(1, 1, (Length - 1) / 2).flip(1).neg()], dim: 1).MoveToOuterDisposeScope();
    }

    public override torch.Tensor Inverse(torch.Tensor rows)
    {
        using var scope = torch.NewDisposeScope();
        var imaginary = torch.cat([rows.new_zeros(rows.shape[0], 1), rows.flip(1).narrow(1, 0, Half - 1).neg()], dim: 1);
        var spectrum = torch.complex(rows.narrow(1, 0, Half).contiguous(), imaginary) * _turnBack.For(rows);
        return torch.fft.irfft(spectrum, Length).index_select(1, _back).MoveToOuterDisposeScope();
    }

    public override OrthonormalTransform To(torch.Device device) => new CosineTransform(this, device);

    public override void Dispose()
    {
        _order.Dispose();
        _back.Dispose();
        _turn.Dispose();
        _turnBack.Dispose();
    }
}
