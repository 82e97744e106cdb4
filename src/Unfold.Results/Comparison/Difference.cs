namespace Unfold.Results;

/// <summary>A value that is not what was expected.</summary>
/// <param name="Path">The metric, or the place in a JSON document: names and indices joined by slashes.</param>
/// <param name="Expected">What was expected; null where nothing was.</param>
/// <param name="Received">What was received; null where it is missing.</param>
/// <param name="Delta">Received − expected, of two numbers.</param>
/// <param name="Allowed">The largest |Delta| that would have passed.</param>
/// <param name="Kind">In which way it differs.</param>
public sealed record Difference(string Path, string? Expected, string? Received, double? Delta = null, double? Allowed = null, DifferenceKind Kind = DifferenceKind.Differs);
