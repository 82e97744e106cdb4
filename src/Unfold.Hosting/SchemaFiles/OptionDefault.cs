using System.Collections;
using System.Globalization;
using System.Reflection;
using Newtonsoft.Json.Linq;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>The value that an option has without being set, as JSON.</summary>
internal static class OptionDefault
{
    /// <summary>A value of any type: a component is shown by its id.</summary>
    public static JToken Of(object? value, OptionType type) => value switch
    {
        null => JValue.CreateNull(),
        IEnumerable list when type.Kind == OptionKind.List => new JArray(list.Cast<object?>().Select(element => Of(element, type.Element!))),
        _ when type.Kind == OptionKind.Component => new JObject { ["use"] = value.GetType().GetCustomAttribute<ComponentAttribute>()?.Id },
        _ => Scalar(value, type)!,
    };

    /// <summary>A plain value, or null for any other.</summary>
    public static JValue? Scalar(object? value, OptionType type) => value switch
    {
        bool flag => new JValue(flag),
        string text => new JValue(text),
        Enum choice => new JValue(type.Choices[type.Members.ToList().IndexOf(choice.ToString())]),
        int or long => new JValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        float or double => Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>A number, without a decimal point where it is whole.</summary>
    public static JValue Number(double value) => value == Math.Truncate(value) && Math.Abs(value) < 1e15 ? new JValue((long)value) : new JValue(value);
}
