namespace Unfold.Generators.Tests;

/// <summary>A right spec that was made up, said in two ways.</summary>
/// <param name="Text">As one file.</param>
/// <param name="Base">As a file with hardly anything,</param>
/// <param name="Overrides">and overrides that say the rest.</param>
internal sealed record RandomSpec(string Text, string Base, IReadOnlyList<string> Overrides);
