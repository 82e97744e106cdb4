using Unfold.Specs;

namespace Unfold.Results;

/// <summary>The cells that the names in claims and expected figures stand for.</summary>
/// <param name="cells">The cells that there are.</param>
internal sealed class ClaimCells(IReadOnlyList<DeclaredCell> cells)
{
    /// <summary>The cells of a name: those of a variant, or the one that it names.</summary>
    public IReadOnlyList<string> Of(string name) => [.. cells.Where(c => c.Name == name || c.Variant == name).Select(c => c.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>The comparisons of a claim, cell by cell.</summary>
    public IEnumerable<Claim> Pairs(Claim claim) => ClaimPairs
        .Of(claim.Left.Variant, claim.Right.Variant, Of(claim.Left.Variant), Of(claim.Right.Variant))
        .Select(pair => claim with { Left = claim.Left with { Variant = pair.Left }, Right = claim.Right with { Variant = pair.Right } });

    /// <summary>With the names that no cell is known of, each as a cell of its own: a claim about what was not run is open, and does not vanish.</summary>
    public ClaimCells With(IEnumerable<Claim> claims) =>
        new([.. cells, .. claims.SelectMany(c => new[] { c.Left.Variant, c.Right.Variant }).Distinct(StringComparer.Ordinal).Where(name => Of(name).Count == 0).Select(name => new DeclaredCell(name, name))]);
}
