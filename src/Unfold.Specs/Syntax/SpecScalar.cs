namespace Unfold.Specs;

/// <summary>A JSON string, number, boolean or null.</summary>
/// <param name="Place">The value's place.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The string's content; for a number, the literal as written; <c>true</c>, <c>false</c>, <c>null</c>.</param>
public sealed record SpecScalar(SpecPlace Place, SpecScalarKind Kind, string Text) : SpecNode(Place)
{
    /// <summary>Whether it is <c>null</c>.</summary>
    public bool IsNull => Kind == SpecScalarKind.Null;
}
