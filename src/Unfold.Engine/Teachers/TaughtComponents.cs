using System.Collections;

namespace Unfold.Engine.Teachers;

/// <summary>The components of a run that learn from a finished one, nested ones included.</summary>
internal static class TaughtComponents
{
    /// <summary>The teachers that a spec names, each once, in the order of names.</summary>
    public static IReadOnlyList<string> TeachersOf(TrainingSpec spec) =>
        [.. Within(spec).Concat(Within(spec.Training)).OfType<ITaught>().Select(t => t.Teacher).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<IComponent> Within(object options) => options
        .GetType()
        .GetProperties()
        .Where(p => p.GetIndexParameters().Length == 0 && p.PropertyType is { IsValueType: false } type && type != typeof(string))
        .SelectMany(p => Components(p.GetValue(options)));

    private static IEnumerable<IComponent> Components(object? value) => value switch
    {
        IComponent component => Within(component.Options).Prepend(component),
        IEnumerable list => list.Cast<object?>().SelectMany(Components),
        _ => [],
    };
}
