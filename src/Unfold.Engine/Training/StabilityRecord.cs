namespace Unfold.Engine.Training;

/// <summary>What <see cref="StabilityFigures"/> has gathered.</summary>
/// <param name="Validation">Validation MSE of epoch 0, 1, …</param>
/// <param name="NormSum">Sum of the gradient norms of all steps of finished epochs.</param>
/// <param name="LargestNorm">The largest.</param>
/// <param name="Steps">How many steps.</param>
internal sealed record StabilityRecord(IReadOnlyList<double> Validation, double NormSum, double LargestNorm, long Steps);
