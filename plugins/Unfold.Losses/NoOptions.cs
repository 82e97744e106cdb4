namespace Unfold.Losses;

/// <summary>A loss with nothing to set.</summary>
public sealed record NoOptions;
