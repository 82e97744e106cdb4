namespace Unfold.Specs;

/// <summary>What JSON an option accepts.</summary>
public enum OptionKind
{
    Boolean,
    Integer,
    Number,
    String,

    /// <summary>An enum: one of its members in kebab case.</summary>
    Choice,

    /// <summary>A nested <c>{ "use": … }</c>.</summary>
    Component,

    /// <summary>An array of <see cref="OptionType.Element"/>.</summary>
    List,
}
