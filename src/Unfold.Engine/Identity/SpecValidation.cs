using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Unfold.Engine.Identity;

/// <summary>Checks the annotations of every options record of a spec, also of one that C# code built.</summary>
public static class SpecValidation
{
    /// <exception cref="UnfoldException">UFX006: an option is out of its range.</exception>
    public static void Check(TrainingSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        CheckRecord("", spec);
    }

    private static void CheckRecord(string path, object record)
    {
        foreach (var property in record.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
            CheckAnnotations(path, record, property);
        CheckOwnRules(path, record);
        foreach (var property in record.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
        {
            var name = NameOf(path, property);
            switch (property.GetValue(record))
            {
                case IComponent component:
                    CheckRecord(name, component.Options);
                    break;
                case IEnumerable<IComponent> components:
                    foreach (var nested in components)
                        CheckRecord(name, nested.Options);
                    break;
                case TrainingOptions training:
                    CheckRecord(name, training);
                    break;
            }
        }
    }

    private static void CheckOwnRules(string path, object record)
    {
        if ((record as IValidatableObject)?.Validate(new ValidationContext(record)).FirstOrDefault() is { } broken)
            throw new UnfoldException("UFX006", $"{string.Join(", ", broken.MemberNames.Select(m => $"{path}.{CanonicalJson.Camel(m)}".TrimStart('.')).DefaultIfEmpty(path.TrimStart('.')))}: {broken.ErrorMessage}", "correct the value");
    }

    private static void CheckAnnotations(string path, object record, PropertyInfo property)
    {
        var value = property.GetValue(record);
        var context = new ValidationContext(record) { MemberName = property.Name };
        foreach (var annotation in property.GetCustomAttributes<ValidationAttribute>())
        {
            // [Range(0, 1)] on a double is read as integers by the attribute itself, which would round 0.25 to 0.
            // On a list it is meant for each element.
            var isValid = annotation is RangeAttribute range && Numbers(value) is { } numbers
                ? numbers.All(number => IsInside(range, number))
                : annotation.GetValidationResult(value, context) == ValidationResult.Success;
            if (!isValid)
            {
                var name = NameOf(path, property).TrimStart('.');
                throw new UnfoldException("UFX006", $"{name} is {value ?? "null"}: {annotation.FormatErrorMessage(property.Name)}", "correct the value");
            }
        }
    }

    // As JSON names it: architecture.start.layers.
    private static string NameOf(string path, PropertyInfo property) => $"{path}.{CanonicalJson.Camel(property.Name)}";

    private static IEnumerable<double>? Numbers(object? value) => value switch
    {
        int or long or float or double => [Convert.ToDouble(value, CultureInfo.InvariantCulture)],
        IEnumerable<int> or IEnumerable<long> or IEnumerable<float> or IEnumerable<double> =>
            ((IEnumerable)value).Cast<object>().Select(item => Convert.ToDouble(item, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static bool IsInside(RangeAttribute range, double value)
    {
        var (low, high) = (Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture), Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture));
        return (range.MinimumIsExclusive ? value > low : value >= low) && (range.MaximumIsExclusive ? value < high : value <= high);
    }
}
