namespace Unfold.Deconet;

/// <summary>θ₀ = 1, θ₁, θ₂, … (float64).</summary>
public static class MomentumSequence
{
    /// <summary>θ⁺.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="theta">θ.</param>
    /// <param name="smoothing">µ, which <see cref="MomentumRule.Geometric"/> goes by.</param>
    /// <exception cref="UnfoldException">UFP101: µ is too large for <see cref="MomentumRule.Geometric"/>.</exception>
    public static double Next(MomentumRule rule, double theta, double smoothing)
    {
        if (rule == MomentumRule.Accelerated)
            return 2 / (1 + Math.Sqrt(1 + (4 / (theta * theta))));
        if (smoothing >= DeconetRules.PublishedLipschitz)
        {
            throw new UnfoldException(
                "UFP101",
                $"deconet: momentum 'geometric' needs a smoothing parameter below {DeconetRules.PublishedLipschitz}, this one is {smoothing}",
                "choose a smaller smoothing, or momentum 'accelerated'");
        }

        var ratio = Math.Sqrt(smoothing / DeconetRules.PublishedLipschitz);
        return Math.Min(1, theta * (1 - ratio) / (1 + ratio));
    }
}
