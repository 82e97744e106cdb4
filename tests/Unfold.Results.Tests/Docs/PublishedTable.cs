namespace Unfold.Results.Tests;

/// <summary>A table of a page of the docs: rows by their first column, figures as they are written.</summary>
internal sealed record PublishedTable(string Section, string[] Columns, IReadOnlyList<string[]> Rows)
{
    /// <summary>The tables of a page, each with the section that it stands in.</summary>
    public static IEnumerable<PublishedTable> Of(IEnumerable<string> lines)
    {
        var section = "";
        PublishedTable? table = null;
        foreach (var line in lines)
        {
            if (line.StartsWith("| ", StringComparison.Ordinal))
            {
                string[] cells = [.. line.Trim('|', ' ').Split('|').Select(c => c.Trim())];
                table = table is null ? new(section, cells, []) : cells.All(c => c.All(x => x is '-' or ':')) ? table : table with { Rows = [.. table.Rows, cells] };
                continue;
            }

            if (table is not null)
                yield return table;
            table = null;
            if (line.StartsWith("## ", StringComparison.Ordinal))
                section = line[3..];
        }

        if (table is not null)
            yield return table;
    }
}
