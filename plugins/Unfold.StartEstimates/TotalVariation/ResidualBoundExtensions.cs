namespace Unfold.StartEstimates;

/// <summary>The bound ε as a number.</summary>
public static class ResidualBoundExtensions
{
    /// <summary>ε on ‖y − Ax‖₂, from the noise level that a reconstruction may know.</summary>
    /// <param name="rule">Which bound.</param>
    /// <param name="observed">The measurements.</param>
    public static double Of(this ResidualBound rule, Observation observed)
    {
        ArgumentNullException.ThrowIfNull(observed);
        var m = observed.Operator.MeasurementCount;
        return rule == ResidualBound.Known ? observed.Noise.ExpectedNorm(m) : observed.Noise.ConservativeNorm(m);
    }
}
