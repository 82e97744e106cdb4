using TorchSharp;

namespace Unfold.Deconet;

/// <summary>u and the combined point after a prox step to z: u⁺ = (1−θ)u + θz, combined = (1−θ⁺)u⁺ + θ⁺z.</summary>
public static class DualUpdate
{
    /// <summary>Leaves its arguments alone, as automatic differentiation needs it.</summary>
    /// <param name="before">The duals before, null where they are zero.</param>
    /// <param name="z">The prox step's result.</param>
    /// <param name="theta">θ.</param>
    /// <param name="nextTheta">θ⁺.</param>
    /// <param name="centre">Where the next dual step starts.</param>
    public static DualVariables Pure(DualVariables? before, torch.Tensor z, double theta, double nextTheta, DualCentreRule centre)
    {
        // θ₀ = 1 and zero duals: u⁺ = z, and so is every combination of them.
        if (before is null)
            return new DualVariables(z, z, z);
        var average = (before.Average * (1 - theta)).add_(z, theta);
        var combined = (average * (1 - nextTheta)).add_(z, nextTheta);
        return new DualVariables(average, centre == DualCentreRule.Combined ? combined : z, combined);
    }

    /// <summary>The same in the storage of its arguments: for passes that need no gradient through the duals.</summary>
    /// <param name="before">The duals before, null where they are zero; their storage is written to.</param>
    /// <param name="z">The prox step's result; its storage may be written to.</param>
    /// <param name="theta">θ, scalar tensor.</param>
    /// <param name="nextTheta">θ⁺, scalar tensor.</param>
    /// <param name="centre">Where the next dual step starts.</param>
    public static DualVariables InPlace(DualVariables? before, torch.Tensor z, torch.Tensor theta, torch.Tensor nextTheta, DualCentreRule centre)
    {
        if (before is null)
            return new DualVariables(z, z, z);
        var average = before.Average.lerp_(z, theta);
        if (centre == DualCentreRule.Dual)
            return new DualVariables(average, z, torch.lerp(average, z, nextTheta));
        var combined = z.lerp_(average, 1 - nextTheta);
        return new DualVariables(average, combined, combined);
    }
}
