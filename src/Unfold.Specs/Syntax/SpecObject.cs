namespace Unfold.Specs;

/// <summary>A JSON object, members in the order of the file.</summary>
public sealed record SpecObject(SpecPlace Place, EquatableArray<SpecMember> Members) : SpecNode(Place)
{
    /// <summary>The member of this name, or null.</summary>
    public SpecMember? this[string name] => Members.FirstOrDefault(m => m.Name == name);

    /// <summary>The component that it names, or null.</summary>
    public SpecScalar? Use => this["use"]?.Value is SpecScalar { Kind: SpecScalarKind.String } use ? use : null;

    /// <summary>The same object with these members only.</summary>
    public SpecObject Where(Func<SpecMember, bool> keep) => this with { Members = new EquatableArray<SpecMember>([.. Members.Where(keep)]) };
}
