namespace Unfold.Specs;

/// <summary>The type of an option.</summary>
/// <param name="Kind">What JSON it accepts.</param>
/// <param name="Nullable">Whether <c>null</c> is a value.</param>
/// <param name="ClrName">
/// Full name of the CLR type without nullability: <c>System.Int32</c>, <c>System.Int64</c>, <c>System.Double</c>, <c>System.Single</c>, the enum, the contract, or the element of a list.
/// </param>
/// <param name="ComponentKind">The kind of a <see cref="OptionKind.Component"/>.</param>
/// <param name="Choices">JSON names (kebab case) of a <see cref="OptionKind.Choice"/>, in declaration order.</param>
/// <param name="Members">Member names of the enum, in the order of <paramref name="Choices"/>.</param>
/// <param name="Element">The element of a <see cref="OptionKind.List"/>.</param>
public sealed record OptionType(
    OptionKind Kind,
    bool Nullable,
    string ClrName,
    string? ComponentKind = null,
    EquatableArray<string> Choices = default,
    EquatableArray<string> Members = default,
    OptionType? Element = null);
