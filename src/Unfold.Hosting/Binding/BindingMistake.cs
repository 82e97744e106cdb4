using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>The mistakes that only binding can find.</summary>
internal static class BindingMistake
{
    public static BindingException Missing(SpecObject node, string name) => Of("UFX007", node, $"'{name}' is required");

    public static BindingException Unfit(SpecMember member, Type type, Exception cause) =>
        Of("UFX013", member.Value, $"'{member.Name}' does not fit {(Nullable.GetUnderlyingType(type) ?? type).Name}: {cause.Message}");

    public static BindingException NoComponent(SpecNode node, string kind) => Of("UFX004", node, $"no {kind}");

    /// <summary>A mistake at the place of an option, or at its object where the spec leaves it to its default.</summary>
    public static SpecMistake At(SpecObject node, string? option, string? message)
    {
        SpecNode place = option is not null && node[option] is { } member ? member.Value : node;
        return new SpecMistake("UFX006", place.Place, message ?? $"'{option}' is not valid");
    }

    private static BindingException Of(string code, SpecNode place, string message) => new([new SpecMistake(code, place.Place, message)]);
}
