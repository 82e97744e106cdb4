namespace Unfold.Measurements;

/// <summary>How an outlier is drawn.</summary>
public enum OutlierDistribution
{
    /// <summary>Plus or minus the amplitude, either with probability ½.</summary>
    Sign,

    /// <summary>From N(0, amplitude²).</summary>
    Gaussian,
}
