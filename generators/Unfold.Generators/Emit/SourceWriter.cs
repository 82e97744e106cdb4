using System.Text;

namespace Unfold.Generators;

/// <summary>Text with indentation and one kind of line ending.</summary>
internal sealed class SourceWriter
{
    private const int Width = 4;
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>A line.</summary>
    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', _depth * Width).Append(line);
        _text.Append('\n');
        return this;
    }

    /// <summary>Lines between braces.</summary>
    /// <param name="head">What stands before them.</param>
    /// <param name="body">Writes the lines.</param>
    /// <param name="tail">What follows the closing brace.</param>
    public SourceWriter Block(string head, Action body, string tail = "")
    {
        Line(head).Line("{");
        _depth++;
        body();
        _depth--;
        return Line("}" + tail);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
