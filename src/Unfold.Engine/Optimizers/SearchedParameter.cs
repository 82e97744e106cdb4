using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Optimizers;

/// <summary>
/// A parameter that candidates are drawn for, entry by entry, from torch's default generator, which the engine seeds before every step. Without a
/// width (no range, or one that is open) the mean magnitude of the entries takes its place, and the first step does not search further than the others.
/// </summary>
internal sealed class SearchedParameter(Parameter parameter, ParameterRange? range)
{
    private readonly double _lower = range is null ? double.NegativeInfinity : Scaled(range.Lower, range);
    private readonly double _upper = range is null ? double.PositiveInfinity : Scaled(range.Upper, range);

    private bool IsLogarithmic => range?.Logarithmic == true;

    private double Width => _upper - _lower;

    /// <summary>A copy of the present value.</summary>
    public torch.Tensor Copy() => parameter.detach().clone();

    /// <summary>Puts a value in place of the present one.</summary>
    public void Set(torch.Tensor value) => parameter.copy_(value);

    /// <summary>A candidate near a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="spread">Standard deviation over the width; null for one from anywhere in the range.</param>
    /// <param name="openSpread">Standard deviation where the range has no width.</param>
    public torch.Tensor Candidate(torch.Tensor value, double? spread, double openSpread)
    {
        if (spread is null && double.IsFinite(Width))
            return Unscaled((torch.rand_like(value) * Width) + _lower);
        var centre = IsLogarithmic ? value.log() : value;
        var deviation = torch.randn_like(value) * (spread ?? openSpread);
        return Unscaled(centre + (double.IsFinite(Width) ? deviation * Width : deviation * Magnitude(value)));
    }

    // By logarithm a width of one is a factor of e, whatever the magnitude.
    private torch.Tensor Magnitude(torch.Tensor value)
    {
        var magnitude = value.abs().mean();
        return IsLogarithmic ? torch.ones_like(magnitude) : torch.where(magnitude.eq(0), torch.ones_like(magnitude), magnitude);
    }

    private torch.Tensor Unscaled(torch.Tensor scaled)
    {
        var value = IsLogarithmic ? scaled.exp() : scaled;
        return range is null ? value : value.clamp(range.Lower, range.Upper);
    }

    private static double Scaled(double value, ParameterRange range) => range.Logarithmic ? Math.Log(value) : value;
}
