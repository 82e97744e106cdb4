using Unfold.Results;

namespace Unfold.Engine.Landscapes;

/// <summary>A landscape that was taken, or had been.</summary>
/// <param name="Landscape">It.</param>
/// <param name="WasThere">Whether it had been taken before by the same request.</param>
public sealed record LandscapeOutcome(LossLandscape Landscape, bool WasThere);
