namespace Unfold.Reporting;

/// <summary>One drawing of a figure.</summary>
/// <param name="Title">What tells it from the others; empty for a single one.</param>
/// <param name="Alternative">What it shows, for those who do not see it.</param>
/// <param name="Svg">The drawing.</param>
internal sealed record Panel(string Title, string Alternative, string Svg);
