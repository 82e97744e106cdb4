using System.Globalization;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>The mistakes that only binding can find.</summary>
internal static class SpecMistake
{
    public static SpecException Missing(SpecObject node, string name) => Of("UFX007", node, $"'{name}' is required");

    public static SpecException Unfit(SpecMember member, Type type, Exception cause) =>
        Of("UFX013", member.Value, $"'{member.Name}' does not fit {(Nullable.GetUnderlyingType(type) ?? type).Name}: {cause.Message}");

    public static SpecException NoComponent(SpecNode node, string kind) => Of("UFX004", node, $"no {kind}");

    /// <summary>A mistake at the place of an option, or at its object where the spec leaves it to its default.</summary>
    public static SpecDiagnostic At(SpecObject node, string? option, string? message)
    {
        SpecNode place = option is not null && node[option] is { } member ? member.Value : node;
        return new SpecDiagnostic("UFX006", place.File, place.Span, message ?? $"'{option}' is not valid");
    }

    public static string OutsideRange(string name, NumberRange range) => string.Create(
        CultureInfo.InvariantCulture,
        $"'{name}' must be {(range.MinimumIsExclusive ? "above" : "at least")} {range.Minimum} and {(range.MaximumIsExclusive ? "below" : "at most")} {range.Maximum}");

    private static SpecException Of(string code, SpecNode place, string message) => new([new SpecDiagnostic(code, place.File, place.Span, message)]);
}
