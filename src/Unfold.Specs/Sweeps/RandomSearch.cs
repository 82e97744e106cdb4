namespace Unfold.Specs;

/// <summary><c>random</c>: cells are drawn instead of crossed.</summary>
/// <param name="Cells">How many.</param>
/// <param name="Seed">What they are drawn from.</param>
/// <param name="Place">Where the number of cells was written.</param>
/// <param name="IsAtMost">Whether fewer will do: an override has taken one of the axes out, and what is left may have fewer cells.</param>
internal sealed record RandomSearch(int Cells, int Seed, SpecPlace Place, bool IsAtMost = false);
