using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>
/// Validates an options record by its data annotations and, where it implements <see cref="IValidatableObject"/>, by its own
/// rules. Specs have been checked against ranges before; annotations of a plugin's own making are only known here.
/// </summary>
internal static class OptionsValidator
{
    /// <exception cref="BindingException">All that is wrong, each at the option's place.</exception>
    public static void Validate(object options, EquatableArray<OptionSchema> schema, SpecObject node)
    {
        var mistakes = schema
            .SelectMany(option => Check(options, option).Select(message => BindingMistake.At(node, option.Name, message)))
            .ToList();
        if (mistakes.Count == 0 && options is IValidatableObject own)
            mistakes.AddRange(own.Validate(new ValidationContext(options)).Select(result => BindingMistake.At(node, NameIn(schema, result), result.ErrorMessage)));
        if (mistakes.Count > 0)
            throw new BindingException(mistakes);
    }

    private static IEnumerable<string?> Check(object options, OptionSchema option)
    {
        var property = options.GetType().GetProperty(option.Property)!;
        var value = property.GetValue(options);
        if (option.Rules.Range is { } range && Numbers(value).Any(number => !range.Contains(number)))
            yield return $"'{option.Name}' must be {range}";

        var context = new ValidationContext(options) { MemberName = option.Property, DisplayName = option.Name };
        // [Range(0, 1)] would convert a double to the int of its bounds: the schema's range, checked above, means numbers.
        foreach (var annotation in property.GetCustomAttributes<ValidationAttribute>().Where(annotation => annotation is not RangeAttribute))
        {
            if (annotation.GetValidationResult(value, context) is { } failure)
                yield return failure.ErrorMessage;
        }
    }

    /// <summary>A range on a list is meant for each of its elements.</summary>
    private static IEnumerable<double> Numbers(object? value) => value switch
    {
        null => [],
        IEnumerable list => list.Cast<object?>().SelectMany(Numbers),
        _ => [Convert.ToDouble(value, CultureInfo.InvariantCulture)],
    };

    private static string? NameIn(EquatableArray<OptionSchema> schema, ValidationResult result) =>
        schema.FirstOrDefault(option => result.MemberNames.Contains(option.Property))?.Name;
}
