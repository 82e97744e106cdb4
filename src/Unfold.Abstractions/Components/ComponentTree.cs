using System.Collections;

namespace Unfold;

/// <summary>All components of a run: those of the spec and those nested in their options.</summary>
public static class ComponentTree
{
    /// <summary>Each component before those in its options.</summary>
    public static IEnumerable<IComponent> Walk(TrainingSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Within(spec).Concat(Within(spec.Training));
    }

    /// <summary>A component, and those nested in its options.</summary>
    public static IEnumerable<IComponent> Walk(IComponent component)
    {
        ArgumentNullException.ThrowIfNull(component);
        return Components(component);
    }

    private static IEnumerable<IComponent> Within(object options) => options
        .GetType()
        .GetProperties()
        .Where(property => property.GetIndexParameters().Length == 0 && property.PropertyType is { IsValueType: false } type && type != typeof(string))
        .SelectMany(property => Components(property.GetValue(options)));

    private static IEnumerable<IComponent> Components(object? value) => value switch
    {
        // One that is its own options has nothing below it.
        IComponent component => ReferenceEquals(component.Options, component) ? [component] : Within(component.Options).Prepend(component),
        IEnumerable list => list.Cast<object?>().SelectMany(Components),
        _ => [],
    };
}
