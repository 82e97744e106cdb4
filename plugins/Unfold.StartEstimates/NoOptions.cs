namespace Unfold.StartEstimates;

/// <summary>These estimates have nothing to set.</summary>
public sealed record NoOptions;
