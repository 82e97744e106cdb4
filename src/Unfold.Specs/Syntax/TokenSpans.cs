using Newtonsoft.Json;

namespace Unfold.Specs;

/// <summary>Where the token that a reader has just read begins and ends: the reader itself only knows where it stands behind it.</summary>
internal sealed class TokenSpans(string text, JsonTextReader reader)
{
    private readonly LineMap _lines = new(text);

    public string TextOf(SourceSpan span) => text.Substring(span.Start, span.Length);

    /// <summary>The last characters before the reader.</summary>
    public SourceSpan Here(int back)
    {
        var end = End();
        return _lines.Span(Math.Max(0, end - back), end);
    }

    /// <summary>From a start to the reader.</summary>
    public SourceSpan To(SourceSpan start) => _lines.Span(start.Start, Math.Max(start.Start, End()));

    /// <summary>The character behind the reader, which it has not taken.</summary>
    public SourceSpan Next() => _lines.Span(End(), Math.Min(End() + 1, text.Length));

    /// <summary>From the last of these words before the reader to the reader.</summary>
    public SourceSpan Since(string word)
    {
        var end = End();
        return _lines.Span(Math.Max(0, text.LastIndexOf(word, Math.Max(0, end - 1), StringComparison.Ordinal)), end);
    }

    /// <summary>The string before the reader, quotes included.</summary>
    public SourceSpan Quoted() => Quoted(End());

    /// <summary>The number or word before the reader.</summary>
    public SourceSpan Bare()
    {
        var end = End();
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || "+-._".IndexOf(text[start - 1]) >= 0))
            start--;
        return _lines.Span(start, end);
    }

    /// <summary>The name before the reader, which stands behind its colon.</summary>
    public SourceSpan Name()
    {
        var end = End();
        while (end > 0 && (text[end - 1] == ':' || char.IsWhiteSpace(text[end - 1])))
            end--;
        if (end > 0 && text[end - 1] is '"' or '\'')
            return Quoted(end);
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '$'))
            start--;
        return _lines.Span(start, end);
    }

    private int End() => Math.Max(0, Math.Min(_lines.Offset(reader.LineNumber, reader.LinePosition), text.Length));

    private SourceSpan Quoted(int end)
    {
        if (end < 2)
            return _lines.Span(0, end);
        var quote = text[end - 1];
        var start = end - 2;
        while (start > 0 && !(text[start] == quote && !IsEscaped(start)))
            start--;
        return _lines.Span(start, end);
    }

    private bool IsEscaped(int at)
    {
        var slashes = 0;
        while (at - slashes - 1 >= 0 && text[at - slashes - 1] == '\\')
            slashes++;
        return slashes % 2 == 1;
    }
}
