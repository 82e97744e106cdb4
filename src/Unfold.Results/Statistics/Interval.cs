namespace Unfold.Results;

/// <summary>An interval of values, both ends included.</summary>
/// <param name="Lower">Its lower end.</param>
/// <param name="Upper">Its upper end.</param>
public sealed record Interval(double Lower, double Upper);
