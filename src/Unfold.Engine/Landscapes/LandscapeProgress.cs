namespace Unfold.Engine.Landscapes;

/// <summary>How far a landscape is.</summary>
/// <param name="Points">Points that are done, those of an earlier, interrupted attempt included.</param>
/// <param name="Total">All points.</param>
/// <param name="IsEigenvalues">Whether the grid is done and eigenvalues are at work.</param>
public sealed record LandscapeProgress(int Points, int Total, bool IsEigenvalues);
