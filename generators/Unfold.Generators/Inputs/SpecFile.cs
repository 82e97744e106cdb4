using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>A spec's values: what is left of its file without lines and columns.</summary>
/// <param name="Path">The file, as messages name it.</param>
/// <param name="Name">The experiment's name.</param>
/// <param name="Source">The file, relative to the repository.</param>
/// <param name="Root">Its tree, or null where its text has mistakes.</param>
internal sealed record SpecFile(string Path, string Name, string Source, SpecObject? Root)
{
    /// <summary>The file that it extends, or null.</summary>
    public string? Target => Root is not null && Extends.Target(Root) is { } target ? SpecFiles.Combine(Path, target.Text) : null;

    /// <summary>The file with all that it extends.</summary>
    /// <param name="bases">The files that are extended by any.</param>
    public ResolvedSpec Resolve(EquatableArray<SpecFile> bases)
    {
        var files = new SpecFiles(path => bases.Prepend(this).FirstOrDefault(f => SpecFiles.Normal(f.Path) == path)?.Parsed);
        return Extends.Resolve(Path, files);
    }

    private SpecParseResult Parsed => new(Root, new FilePositions(Path, default), default);
}
