using System.ComponentModel.DataAnnotations;

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
        var failures = new List<ValidationResult>();
        if (!Validator.TryValidateObject(record, new ValidationContext(record), failures, validateAllProperties: true))
            throw new UnfoldException("UFX006", $"{path.TrimStart('.')}: {failures[0].ErrorMessage}", "correct the value; 'unfold plugins list' names the component that documents it");
        foreach (var property in record.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
        {
            var name = $"{path}.{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}";
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
}
