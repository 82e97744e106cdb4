namespace Unfold.Continuation;

/// <summary>How α falls, with t the share of its time that has passed.</summary>
public enum FidelitySchedule
{
    /// <summary>α = floorᵗ.</summary>
    Exponential,

    /// <summary>α = 1 − t.</summary>
    Linear,

    /// <summary>α = (1 + cos πt)/2.</summary>
    Cosine,
}
