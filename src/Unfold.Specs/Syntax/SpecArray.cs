namespace Unfold.Specs;

/// <summary>A JSON array.</summary>
public sealed record SpecArray(SpecPlace Place, EquatableArray<SpecNode> Items) : SpecNode(Place);
