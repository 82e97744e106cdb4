namespace Unfold.Specs;

/// <summary>Character offsets to lines and columns, and back.</summary>
internal sealed class LineMap
{
    private readonly List<int> _starts = [0];

    public LineMap(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            // \r\n is one end of a line, and a \r alone is one too: as the reader and editors count.
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _starts.Add(i + 1);
        }
    }

    /// <summary>The offset of a one-based line and a zero-based column.</summary>
    public int Offset(int line, int column) => _starts[Math.Min(Math.Max(line, 1), _starts.Count) - 1] + column;

    public SourceSpan Span(int start, int end)
    {
        var (line, column) = Position(start);
        var (endLine, endColumn) = Position(end);
        return new SourceSpan(start, end - start, line, column, endLine, endColumn);
    }

    private (int Line, int Column) Position(int offset)
    {
        var index = _starts.BinarySearch(offset);
        if (index < 0)
            index = ~index - 1;
        return (index + 1, offset - _starts[index] + 1);
    }
}
