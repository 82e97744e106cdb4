using System.Text;
using Newtonsoft.Json;

namespace Unfold.Specs;

/// <summary>JSON with comments to a tree of values and their positions. Never throws, whatever the text.</summary>
public static class SpecParser
{
    /// <summary>The largest file, in bytes of UTF-8.</summary>
    public const int LargestFile = 1 << 20;

    /// <summary>Parses a file's text.</summary>
    public static SpecParseResult Parse(string file, string text) =>
        TooLarge(file, text) is { } refusal ? Refuse(file, refusal) : Walk(file, text, walk => walk.Document());

    /// <summary>Parses one value that stands alone, such as an override's: the root holds it as its only member.</summary>
    public static SpecParseResult ParseValue(string file, string text) =>
        TooLarge(file, text) is { } refusal ? Refuse(file, refusal) : Walk(file, text, walk => walk.Single());

    private static SpecParseResult Walk(string file, string text, Func<SpecWalk, SpecObject> read)
    {
        using var walk = new SpecWalk(file, text);
        try
        {
            var root = read(walk);
            return walk.Mistakes.Count > 0 ? Refuse(file, [.. walk.Mistakes]) : new SpecParseResult(root, walk.Positions(), default);
        }
        catch (JsonReaderException mistake)
        {
            return Refuse(file, [.. walk.Mistakes, walk.At(mistake)]);
        }
        catch (SpecSyntaxException mistake)
        {
            return Refuse(file, [.. walk.Mistakes, mistake.Diagnostic]);
        }
    }

    private static SpecDiagnostic? TooLarge(string file, string text)
    {
        if (text.Length <= LargestFile / 3)
            return null;
        var bytes = text.Length > LargestFile ? text.Length : Encoding.UTF8.GetByteCount(text);
        return bytes <= LargestFile
            ? null
            : new SpecDiagnostic("UFX012", file, new SourceSpan(0, 0, 1, 1, 1, 1), $"the file has {bytes} bytes; a spec has at most {LargestFile}");
    }

    private static SpecParseResult Refuse(string file, params SpecDiagnostic[] mistakes) =>
        new(null, new FilePositions(file, default), new EquatableArray<SpecDiagnostic>(mistakes));
}
