namespace Unfold.Specs;

/// <summary>The value of an axis in a cell.</summary>
/// <param name="Path">The axis, such as <c>architecture.layers</c>.</param>
/// <param name="Json">Its value as JSON.</param>
public sealed record AxisValue(string Path, string Json);
