namespace Unfold.Specs;

/// <summary>The positions of several files, for messages about a tree that was merged from them.</summary>
/// <param name="files">Their positions.</param>
public sealed class SpecPositions(IEnumerable<FilePositions> files)
{
    private static readonly SourceSpan Start = new(0, 0, 1, 1, 1, 1);
    private readonly Dictionary<string, EquatableArray<SourceSpan>> _files = files.GroupBy(f => f.File, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Spans, StringComparer.Ordinal);

    /// <summary>The place's lines and columns; the file's start where it is not known.</summary>
    public SourceSpan Of(SpecPlace place) =>
        _files.TryGetValue(place.File ?? "", out var spans) && place.Token >= 0 && place.Token < spans.Count ? spans[place.Token] : Start;
}
