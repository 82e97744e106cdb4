namespace Unfold.Testing;

/// <summary>How a function changes along a direction of one tensor: by its gradient, and by what it gives on both sides.</summary>
/// <param name="Name">The tensor.</param>
/// <param name="Slope">The central difference.</param>
/// <param name="Along">The automatic gradient along the direction.</param>
/// <param name="GradientNorm">The length of the automatic gradient; zero where there is none.</param>
/// <param name="Rounding">Below this, the difference is rounding.</param>
/// <param name="IsFlat">Whether both sides give the same bits.</param>
internal sealed record TensorSlope(string Name, double Slope, double Along, double GradientNorm, double Rounding, bool IsFlat)
{
    // A slope that rounding could change by more than a tenth tells nothing of a gradient that is there.
    private const double Tellable = 10;

    /// <summary>The function changes, and no gradient says so.</summary>
    public bool IsMissing => GradientNorm == 0 && Math.Abs(Slope) > Rounding;

    /// <summary>Neither says more than rounding would. What changes no bit and has no gradient agrees.</summary>
    public bool IsTooSmall => !(IsFlat && GradientNorm == 0) && !IsMissing && Math.Abs(Slope) < Tellable * Rounding && Math.Abs(Along) < Tellable * Rounding;

    /// <summary>The difference, relative to the larger of slope and gradient.</summary>
    public double Error
    {
        get
        {
            if (IsMissing)
                return 1;
            var error = Math.Max(Math.Abs(Slope - Along) - Rounding, 0) / Math.Max(Math.Max(GradientNorm, Math.Abs(Slope)), 1e-300);
            return double.IsNaN(error) ? double.PositiveInfinity : error;
        }
    }
}
