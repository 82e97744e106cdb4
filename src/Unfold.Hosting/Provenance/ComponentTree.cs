using System.Collections;

namespace Unfold.Hosting;

/// <summary>All components of a run: those of the spec and those nested in their options.</summary>
internal static class ComponentTree
{
    public static IEnumerable<IComponent> Walk(TrainingSpec spec) => Within(spec).Concat(Within(spec.Training));

    private static IEnumerable<IComponent> Within(object options) => options
        .GetType()
        .GetProperties()
        .Where(property => property.GetIndexParameters().Length == 0 && property.PropertyType is { IsValueType: false } type && type != typeof(string))
        .SelectMany(property => Components(property.GetValue(options)));

    private static IEnumerable<IComponent> Components(object? value) => value switch
    {
        IComponent component => Within(component.Options).Prepend(component),
        IEnumerable list => list.Cast<object?>().SelectMany(Components),
        _ => [],
    };
}
