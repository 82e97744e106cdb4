namespace Unfold.Results;

/// <summary>What determines a landscape: equal requests give equal landscapes, and are answered once.</summary>
/// <param name="ParametersSha256">The parameters at the centre.</param>
/// <param name="Dimensions">1 (along δ) or 2.</param>
/// <param name="Points">Points along each direction, odd.</param>
/// <param name="Radius">The largest offset.</param>
/// <param name="Seed">The seed of directions and sampled signals.</param>
/// <param name="Batch">Training signals of the fixed batch.</param>
/// <param name="TestSignals">Test signals.</param>
/// <param name="Eigenvalues">How many eigenvalues were asked for.</param>
public sealed record LandscapeRequest(
    string ParametersSha256, int Dimensions, int Points, double Radius, long Seed, long Batch, long TestSignals, int Eigenvalues);
