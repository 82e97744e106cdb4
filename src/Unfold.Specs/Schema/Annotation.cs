namespace Unfold.Specs;

/// <summary>A data annotation of an option, as symbols and metadata both spell it.</summary>
/// <param name="Name">Full name of the attribute's class.</param>
/// <param name="Arguments">The constructor's arguments; those of <c>params</c> each on its own.</param>
/// <param name="Named">The named arguments.</param>
public sealed record Annotation(string Name, IReadOnlyList<object?> Arguments, IReadOnlyDictionary<string, object?> Named);
