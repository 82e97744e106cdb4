namespace Unfold.Specs;

/// <summary>Which way a metric improves.</summary>
public enum MetricDirection
{
    /// <summary>Neither way: counts, and differences that are best at no end.</summary>
    None,

    /// <summary>Less is better: errors and losses.</summary>
    Lower,

    /// <summary>More is better: PSNR and SSIM.</summary>
    Higher,
}
