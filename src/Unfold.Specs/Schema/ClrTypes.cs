namespace Unfold.Specs;

/// <summary>Which JSON a CLR type accepts, by its full name: one rule for the reader of symbols and the reader of metadata.</summary>
public static class ClrTypes
{
    /// <summary>What a scalar type accepts, or null for any other type.</summary>
    public static OptionKind? ScalarKind(string fullName) => fullName switch
    {
        "System.Boolean" => OptionKind.Boolean,
        "System.Int32" or "System.Int64" => OptionKind.Integer,
        "System.Single" or "System.Double" => OptionKind.Number,
        "System.String" => OptionKind.String,
        _ => null,
    };

    /// <summary>Whether a generic type, besides arrays, is a list of its argument.</summary>
    public static bool IsList(string fullName) => fullName
        is "System.Collections.Generic.IReadOnlyList`1"
        or "System.Collections.Generic.IReadOnlyCollection`1"
        or "System.Collections.Generic.IEnumerable`1";
}
