namespace Unfold.Reporting;

/// <summary>A figure of one or more panels.</summary>
/// <param name="Id">What names it in addresses and files.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Caption">What is drawn, and what bands and bars are.</param>
/// <param name="Panels">Its drawings.</param>
/// <param name="Legend">The series, by the names that the legend shows.</param>
/// <param name="Csv">Its data.</param>
internal sealed record Figure(string Id, string Title, string Caption, IReadOnlyList<Panel> Panels, IReadOnlyList<(string Name, SeriesStyle Style)> Legend, string Csv)
{
    /// <summary>Whether its panels are pairs, which stand beside each other.</summary>
    public bool IsOfPairs { get; init; }

    /// <summary>What else is known of what is drawn; null for nothing.</summary>
    public FactTable? Facts { get; init; }
}
