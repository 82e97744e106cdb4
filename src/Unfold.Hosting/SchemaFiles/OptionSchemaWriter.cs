using System.Reflection;
using Newtonsoft.Json.Linq;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Options as JSON Schema: type, range, choices, description, default.</summary>
internal sealed class OptionSchemaWriter(Func<Assembly, XmlDocs> docs)
{
    /// <summary>The properties of an options record, by JSON name.</summary>
    /// <param name="defaults">A record without any settings: what it has are the defaults; a required property has none.</param>
    /// <param name="schema">The options.</param>
    public JObject Properties(object defaults, IEnumerable<OptionSchema> schema) =>
        new(schema.Select(o => new JProperty(o.Name, Property(defaults.GetType().GetProperty(o.Property)!, o, defaults))));

    private JObject Property(PropertyInfo property, OptionSchema option, object defaults)
    {
        var written = Shape(option.Type, option.Rules);
        var owner = property.DeclaringType!;
        if (docs(owner.Assembly).OfProperty(owner.FullName!, property.Name) is { } summary)
            written.AddFirst(new JProperty("description", summary));
        if (!option.Required && OptionDefault.Scalar(property.GetValue(defaults), option.Type) is { } value)
            written["default"] = value;
        return written;
    }

    private static JObject Shape(OptionType type, OptionRules rules)
    {
        // null is a value of some options, and in a variant it removes that of the common part for all.
        return type.Kind switch
        {
            OptionKind.Boolean => Typed("boolean"),
            OptionKind.Integer => Bounded(Typed("integer"), rules.Range),
            OptionKind.Number => Bounded(Typed("number"), rules.Range),
            OptionKind.String => Written(Typed("string"), rules),
            OptionKind.Choice => new JObject { ["enum"] = new JArray([.. type.Choices.Select(c => (JToken)c), JValue.CreateNull()]) },
            OptionKind.List => Measured(new JObject { ["type"] = new JArray("array", "null"), ["items"] = Shape(type.Element!, rules.OfElements) }, rules.Length, "Items"),
            _ => SchemaShapes.OrNull(SchemaShapes.Reference(type.ComponentKind!)),
        };

        static JObject Typed(string name) => new() { ["type"] = new JArray(name, "null") };
    }

    private static JObject Bounded(JObject shape, NumberRange? range)
    {
        if (range is null)
            return shape;
        if (range.HasMinimum)
            shape[range.MinimumIsExclusive ? "exclusiveMinimum" : "minimum"] = OptionDefault.Number(range.Minimum);
        if (range.HasMaximum)
            shape[range.MaximumIsExclusive ? "exclusiveMaximum" : "maximum"] = OptionDefault.Number(range.Maximum);
        return shape;
    }

    private static JObject Written(JObject shape, OptionRules rules)
    {
        Measured(shape, rules.Length, "Length");
        // An empty text passes [RegularExpression].
        if (rules.Pattern is { } pattern)
            shape["pattern"] = $"^(?:{pattern})?$";
        if (rules.Allowed.Count > 0)
            shape["enum"] = new JArray([.. rules.Allowed.Select(a => (JToken)a), JValue.CreateNull()]);
        return shape;
    }

    private static JObject Measured(JObject shape, LengthRange? length, string what)
    {
        if (length is { Minimum: > 0 })
            shape["min" + what] = length.Minimum;
        if (length is { Maximum: < int.MaxValue })
            shape["max" + what] = length.Maximum;
        return shape;
    }
}
