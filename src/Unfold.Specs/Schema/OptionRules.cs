namespace Unfold.Specs;

/// <summary>What an option's data annotations allow; the parts are null or empty where nothing is annotated.</summary>
/// <param name="Range">The allowed numbers; of a list, for each of its elements.</param>
/// <param name="Length">The allowed length of a string or list.</param>
/// <param name="Pattern">The regular expression that a whole string matches; an empty string always does.</param>
/// <param name="Allowed">The strings that there are.</param>
/// <param name="Denied">Strings that are refused.</param>
public sealed record OptionRules(NumberRange? Range, LengthRange? Length, string? Pattern, EquatableArray<string> Allowed, EquatableArray<string> Denied)
{
    /// <summary>No annotations.</summary>
    public static OptionRules None { get; } = new(null, null, null, default, default);

    /// <summary>The rules of a list's elements: a range is meant for them, all else for the list.</summary>
    public OptionRules OfElements => None with { Range = Range };
}
