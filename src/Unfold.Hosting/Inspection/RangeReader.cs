using System.Globalization;
using System.Reflection.Metadata;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Reads a property's <c>[Range]</c>.</summary>
internal static class RangeReader
{
    private const string Attribute = "System.ComponentModel.DataAnnotations.RangeAttribute";

    public static NumberRange? Read(MetadataFile file, PropertyDefinition property)
    {
        if (AttributeReader.Find(file, property.GetCustomAttributes(), Attribute) is not { } range)
            return null;
        // (int, int), (double, double), or (Type, string, string).
        var bounds = range.FixedArguments[^2..];
        return new NumberRange(Number(bounds[0]), Number(bounds[1]), Named(range, "MinimumIsExclusive"), Named(range, "MaximumIsExclusive"));
    }

    private static double Number(CustomAttributeTypedArgument<string> argument) => Convert.ToDouble(argument.Value, CultureInfo.InvariantCulture);

    private static bool Named(CustomAttributeValue<string> range, string name) =>
        range.NamedArguments.Any(argument => argument.Name == name && argument.Value is true);
}
