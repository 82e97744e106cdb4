namespace Unfold.Specs;

/// <summary>One option.</summary>
/// <param name="Name">The name in JSON, camel case.</param>
/// <param name="Property">The property's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Required">Whether JSON must give it (a <c>required</c> property).</param>
/// <param name="Rules">What its data annotations allow.</param>
public sealed record OptionSchema(string Name, string Property, OptionType Type, bool Required, OptionRules Rules);
