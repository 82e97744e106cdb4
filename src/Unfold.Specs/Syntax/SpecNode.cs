namespace Unfold.Specs;

/// <summary>A value of a spec with the place it was written. Nodes of a merged tree keep the place of the part they came from.</summary>
/// <param name="Place">The value's place.</param>
public abstract record SpecNode(SpecPlace Place);
