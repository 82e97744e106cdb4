using Unfold.Specs;

namespace Unfold.Sweeps;

/// <summary>What reading a profile gave.</summary>
/// <param name="Profile">The profile; null where there are mistakes.</param>
/// <param name="Diagnostics">The mistakes, in the order of the file.</param>
public sealed record SiteProfileReadResult(SiteProfile? Profile, IReadOnlyList<SpecDiagnostic> Diagnostics);
