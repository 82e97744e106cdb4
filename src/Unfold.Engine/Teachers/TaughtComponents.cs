namespace Unfold.Engine.Teachers;

/// <summary>The components of a run that learn from a finished one, nested ones included.</summary>
internal static class TaughtComponents
{
    /// <summary>The teachers that a spec names, each once, in the order of names.</summary>
    public static IReadOnlyList<string> TeachersOf(TrainingSpec spec) =>
        [.. ComponentTree.Walk(spec).OfType<ITaught>().Select(t => t.Teacher).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
