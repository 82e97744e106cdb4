namespace Unfold.Specs;

/// <summary>One cell of a variant, merged and checked.</summary>
/// <param name="Name">The variant's name, and in brackets the values of the axes, where there are any.</param>
/// <param name="Merged">What it trains, seeds aside.</param>
/// <param name="Axes">The values that its name tells.</param>
public sealed record CellDocument(string Name, SpecObject Merged, EquatableArray<AxisValue> Axes = default);
