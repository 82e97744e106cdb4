namespace Unfold.Specs;

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NamePlace">The place of the name, for messages about the name itself.</param>
/// <param name="Value">Its value.</param>
public sealed record SpecMember(string Name, SpecPlace NamePlace, SpecNode Value);
