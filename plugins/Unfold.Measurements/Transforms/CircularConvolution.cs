using TorchSharp;

namespace Unfold.Measurements;

/// <summary>
/// Circular convolution with a real filter whose spectrum has modulus 1 everywhere and random phases: an orthonormal circulant matrix (Romberg,
/// SIAM J. Imaging Sci. 2, 2009, section 1.1), applied by real Fourier transforms.
/// </summary>
/// <param name="length">n.</param>
/// <param name="spectrum">The filter's discrete Fourier transform at the frequencies 0 … n/2, complex [n/2 + 1].</param>
internal sealed class CircularConvolution(int length, EitherPrecision spectrum) : OrthonormalTransform
{
    public override int Length => length;

    public static CircularConvolution Draw(int length, torch.Generator generator)
    {
        using var scope = torch.NewDisposeScope();
        var frequencies = torch.arange((length / 2) + 1, dtype: torch.int64);
        // A real filter has real values there: ±1.
        var isReal = frequencies.eq(0).logical_or((frequencies * 2).eq(length));
        var turns = torch.rand((length / 2) + 1, dtype: torch.float64, generator: generator) * 2;
        var angles = torch.where(isReal, turns.floor(), turns) * Math.PI;
        return new CircularConvolution(length, new EitherPrecision(torch.polar(torch.ones_like(angles), angles)));
    }

    public override torch.Tensor Forward(torch.Tensor rows) => Filtered(rows, spectrum.For(rows));

    public override torch.Tensor Inverse(torch.Tensor rows)
    {
        using var conjugate = spectrum.For(rows).conj();
        return Filtered(rows, conjugate);
    }

    public override OrthonormalTransform To(torch.Device device) => new CircularConvolution(length, spectrum.To(device));

    public override void Dispose() => spectrum.Dispose();

    private torch.Tensor Filtered(torch.Tensor rows, torch.Tensor factor)
    {
        using var scope = torch.NewDisposeScope();
        return torch.fft.irfft(torch.fft.rfft(rows) * factor, length).MoveToOuterDisposeScope();
    }
}
