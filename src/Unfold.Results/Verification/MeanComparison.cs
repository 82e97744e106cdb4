namespace Unfold.Results;

/// <summary>One comparison of a claim between means over the seeds.</summary>
/// <param name="Claim">The comparison, its cells named.</param>
/// <param name="Left">Mean of its left side; NaN where no run has it.</param>
/// <param name="Right">Mean of its right side; NaN where no run has it.</param>
/// <param name="Seeds">Runs behind the side with fewer.</param>
/// <param name="Holds">Whether it holds between them.</param>
/// <param name="IsDecided">Whether there are figures enough to say so.</param>
public sealed record MeanComparison(string Claim, double Left, double Right, int Seeds, bool Holds, bool IsDecided);
