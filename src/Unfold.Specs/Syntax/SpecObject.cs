namespace Unfold.Specs;

/// <summary>A JSON object, members in the order of the file.</summary>
public sealed record SpecObject(string File, SourceSpan Span, EquatableArray<SpecMember> Members) : SpecNode(File, Span)
{
    /// <summary>The member of this name, or null.</summary>
    public SpecMember? this[string name] => Members.FirstOrDefault(m => m.Name == name);
}
