using System.Collections;
using System.Globalization;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace Unfold.Engine.Identity;

/// <summary>
/// The one writer of a run's canonical form: typed records to JSON with sorted keys, defaults filled in, enums in kebab case and
/// numbers in their shortest round-trip form. Equal records give equal bytes, whichever path built them.
/// </summary>
internal static class CanonicalJson
{
    public static JObject Of(TrainingSpec spec) => Record(spec);

    /// <summary>A tree without the members that are null or empty lists.</summary>
    public static JToken WithoutUnset(JToken token) => token switch
    {
        JObject item => new JObject(item.Properties().Where(p => !IsUnset(p.Value)).Select(p => new JProperty(p.Name, WithoutUnset(p.Value)))),
        JArray list => new JArray(list.Select(WithoutUnset)),
        _ => token.DeepClone(),
    };

    // An option that a later version brings, unset, leaves every identity as it was.
    private static bool IsUnset(JToken value) => value.Type == JTokenType.Null || value is JArray { Count: 0 };

    private static JObject Record(object record, string? use = null)
    {
        var members = new SortedDictionary<string, JToken>(StringComparer.Ordinal);
        foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is null || property.GetIndexParameters().Length > 0 || property.IsDefined(typeof(OutsideIdentityAttribute)))
                continue;
            members[Camel(property.Name)] = Value(property.GetValue(record));
        }

        if (use is not null)
            members["use"] = use;
        return new JObject(members.Select(m => new JProperty(m.Key, m.Value)));
    }

    private static JToken Value(object? value) => value switch
    {
        null => JValue.CreateNull(),
        IComponent component => Record(component.Options, ComponentId.Of(component)),
        string text => new JValue(text),
        bool truth => new JValue(truth),
        Enum choice => new JValue(Kebab(choice.ToString())),
        // By its own shortest form: widened as it is, 0.1f would read 0.10000000149011612.
        float single => Number(double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        double number => Number(number),
        byte or short or int or long => new JValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        IEnumerable items => new JArray(items.Cast<object?>().Select(Value)),
        TrainingOptions training => Record(training),
        // Written as a record, a type without settable properties would vanish from the identity.
        _ => throw new InvalidOperationException($"An option of type {value.GetType()} has no canonical form: use a number, text, enum, component or a list of these."),
    };

    // A whole number is written alike whether its property is an int or a double: 10, not 10.0.
    private static JValue Number(double value) =>
        value == Math.Truncate(value) && Math.Abs(value) < 1e15 ? new JValue((long)value) : new JValue(value);

    /// <summary>GradientClip → gradientClip.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
