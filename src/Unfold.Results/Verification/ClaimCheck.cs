namespace Unfold.Results;

/// <summary>A claim against the figures that were received: means over the seeds.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Left">Mean of its left side; NaN where no run has it.</param>
/// <param name="Right">Mean of its right side; NaN where no run has it.</param>
/// <param name="Seeds">Runs behind the side with fewer.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Passes">Whether it does as the spec expects: a claim of others may be expected not to hold.</param>
public sealed record ClaimCheck(string Claim, double Left, double Right, int Seeds, bool Holds, bool Passes);
