using System.Reflection;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Builds options records: defaults where the spec is silent, then what it says, then the record's own validation.</summary>
internal sealed class OptionsBinder(ValueBinder values)
{
    /// <exception cref="BindingException">The record does not accept the values.</exception>
    public object Bind(Type type, EquatableArray<OptionSchema> schema, SpecObject node)
    {
        var options = type.GetConstructor(Type.EmptyTypes)!.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null);
        foreach (var option in schema)
        {
            if (node[option.Name] is { } member)
                Set(options, option, member);
            else if (option.Required)
                throw BindingMistake.Missing(node, option.Name);
        }

        OptionsValidator.Validate(options, schema, node);
        return options;
    }

    private void Set(object options, OptionSchema option, SpecMember member)
    {
        var property = options.GetType().GetProperty(option.Property)!;
        try
        {
            property.SetValue(options, values.Bind(option.Type, property.PropertyType, member.Value), BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null);
        }
        catch (Exception unfit) when (unfit is FormatException or OverflowException or InvalidCastException or ArgumentOutOfRangeException)
        {
            throw BindingMistake.Unfit(member, property.PropertyType, unfit);
        }
    }
}
