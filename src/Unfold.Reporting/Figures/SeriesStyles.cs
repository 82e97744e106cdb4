namespace Unfold.Reporting;

/// <summary>The styles of the variants: one look in every figure of a page.</summary>
internal sealed class SeriesStyles(IEnumerable<string> variants)
{
    private readonly List<string> _variants = [.. variants.Distinct(StringComparer.Ordinal)];

    /// <summary>The style of a variant.</summary>
    public SeriesStyle Of(string variant) => new(_variants.IndexOf(variant));

    /// <summary>The variants of cells with their styles, in the order of the experiment.</summary>
    public IReadOnlyList<(string Name, SeriesStyle Style)> Legend(IEnumerable<ReportedCell> cells) =>
        [.. cells.Select(c => c.Variant).Distinct(StringComparer.Ordinal).Select(v => (v, Of(v))).OrderBy(v => v.Item2.Index)];
}
