using System.Globalization;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Tries the options of a component through the binder that experiments go through.</summary>
/// <param name="binder">Builds options and components.</param>
/// <param name="activator">Knows the options' type.</param>
/// <param name="entry">The component.</param>
/// <param name="sample">Options that it takes.</param>
internal sealed class OptionsTrials(SpecBinder binder, ComponentActivator activator, CatalogEntry entry, SpecObject sample)
{
    // What a record's own rules and its annotations say; anything else within a range is a fault.
    private const string Refused = "UFX006";
    private static readonly string[] Flags = ["true", "false"];

    /// <summary>All trials. One that throws what no binding throws is a mistake, too.</summary>
    public IEnumerable<OptionsTrial> All()
    {
        yield return Try("options", KeepsItsOptions, "they are valid as they are, and the component keeps the very record it was given");
        yield return Try("nullable options", NullByDefault, "an option that may be null is null unless it is set");
        var ends = entry.Component.Options.SelectMany(Ends).ToList();
        yield return Try("option ranges", () => ends.Select(Mistake).FirstOrDefault(m => m is not null), $"{ends.Count} numbers at the ends of ranges and beyond");
        var choices = entry.Component.Options.SelectMany(Choices).ToList();
        yield return Try("option choices", () => choices.Select(Mistake).FirstOrDefault(m => m is not null), $"{choices.Count} choices");
    }

    private static OptionsTrial Try(string name, Func<string?> trial, string tried)
    {
        try
        {
            return new OptionsTrial(name, trial(), tried);
        }
        catch (UnfoldException refused)
        {
            return new OptionsTrial(name, $"{refused.Code}: {refused.Message}", tried);
        }
    }

    private string? KeepsItsOptions()
    {
        var options = binder.Options(entry, sample);
        var kept = ((IComponent)activator.Create(entry, options)).Options;
        return ReferenceEquals(kept, options) ? null : $"Options is {(kept is null ? "null" : $"another {kept.GetType().Name}")}, and must be the record that the constructor received: the run's identity is computed from it";
    }

    private string? NullByDefault()
    {
        var defaults = activator.DefaultOptions(entry);
        var set = entry.Component.Options.Where(o => o.Type.Nullable && defaults.GetType().GetProperty(o.Property)!.GetValue(defaults) is not null).Select(o => o.Name).ToList();
        return set.Count == 0 ? null : $"not null by default: {string.Join(", ", set)}";
    }

    private static IEnumerable<(OptionSchema Option, SpecNode Value, bool IsInside)> Ends(OptionSchema option) =>
        option.Rules.Range is { } range && option.Type.Kind is OptionKind.Integer or OptionKind.Number
            ? RangeEnds.Of(option.Type, option.Rules.Range!).Select(e => (option, (SpecNode)Number(option.Type.Kind, e.Literal), e.IsInside))
            : [];

    private static IEnumerable<(OptionSchema Option, SpecNode Value, bool IsInside)> Choices(OptionSchema option) => option.Type.Kind switch
    {
        OptionKind.Choice => option.Type.Choices.Select(c => (option, (SpecNode)new SpecScalar(SampleOptions.Place, SpecScalarKind.String, c), true)),
        OptionKind.Boolean => Flags.Select(b => (option, (SpecNode)new SpecScalar(SampleOptions.Place, SpecScalarKind.Boolean, b), true)),
        _ => [],
    };

    /// <summary>What is wrong with how a value is taken, or null. Within a range a rule across options may refuse it.</summary>
    private string? Mistake((OptionSchema Option, SpecNode Value, bool IsInside) trial)
    {
        var (option, value, isInside) = trial;
        var text = ((SpecScalar)value).Text;
        object options;
        try
        {
            options = binder.Options(entry, SampleOptions.With(sample, option.Name, value));
        }
        catch (BindingException refused)
        {
            return !isInside || refused.Code == Refused ? null : $"'{option.Name}' is allowed to be {text}, and {refused.Message}";
        }

        if (!isInside && IsRefusedByTheSpec(option, text))
            return null;
        if (!isInside)
            return $"'{option.Name}' takes {text}, and must be {option.Rules.Range}";
        var kept = options.GetType().GetProperty(option.Property)!.GetValue(options);
        return IsSame(kept, option.Type, text) ? null : $"'{option.Name}' is set to {text}, and reads {Convert.ToString(kept, CultureInfo.InvariantCulture)}";
    }

    // Experiments go by their text through the grammar, which compares as written: as a float, 0.7 may be within a range that ends before 0.7.
    private static bool IsRefusedByTheSpec(OptionSchema option, string literal) =>
        option.Rules.Range is { } range && !range.Contains(double.Parse(literal, CultureInfo.InvariantCulture));

    private static bool IsSame(object? kept, OptionType type, string text) => kept switch
    {
        null => false,
        bool flag => flag == (text == "true"),
        Enum choice => type.Choices.ToList().IndexOf(text) is var at && type.Members[at] == choice.ToString(),
        float number => number == float.Parse(text, CultureInfo.InvariantCulture),
        double number => number == double.Parse(text, CultureInfo.InvariantCulture),
        _ => Convert.ToString(kept, CultureInfo.InvariantCulture) == text,
    };

    private static SpecScalar Number(OptionKind kind, string literal) =>
        new(SampleOptions.Place, kind == OptionKind.Integer ? SpecScalarKind.Integer : SpecScalarKind.Number, literal);
}
