using Unfold.Results;

namespace Unfold.Engine.Inspection;

/// <summary>Collects what is found about the files of a folder: of several findings about a file the worst is its state.</summary>
/// <param name="folder">The folder.</param>
internal sealed class Findings(string folder)
{
    private readonly SortedDictionary<string, InspectedFile> _files = new(StringComparer.Ordinal);

    public string Folder => folder;

    public IReadOnlyList<InspectedFile> Files => [.. _files.Values];

    public string PathOf(string name) => Path.Combine(folder, name);

    public bool Has(string name) => File.Exists(PathOf(name));

    public bool Knows(string name) => _files.ContainsKey(name);

    public bool IsDamaged(string name) => _files.GetValueOrDefault(name)?.State == FileState.Damaged;

    /// <summary>Reads a file where it is there.</summary>
    /// <returns>Null where it is missing or damaged, which is found then.</returns>
    public T? Read<T>(string name, bool isNeeded, Func<string, T> read)
        where T : class
    {
        if (!Has(name))
        {
            if (isNeeded)
                Damaged(name, "it is missing");
            return null;
        }

        try
        {
            var content = read(PathOf(name));
            Add(name, FileState.Ok, null);
            return content;
        }
        catch (ResultsException damaged)
        {
            Damaged(name, Text(damaged));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Damaged(name, refused.Message);
        }

        return null;
    }

    public void Ok(string name) => Add(name, FileState.Ok, null);

    public void Note(string name, string text) => Add(name, FileState.Note, text);

    public void Damaged(string name, string reason) => Add(name, FileState.Damaged, reason);

    /// <summary>Finds a file damaged where something is wrong with it.</summary>
    public void Require(string name, bool isRight, string otherwise)
    {
        if (!isRight)
            Damaged(name, otherwise);
    }

    /// <summary>An error without the folder, which is said once.</summary>
    public string Text(ResultsException error) => $"{error.Code}: {error.Message.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)}";

    private void Add(string name, FileState state, string? detail)
    {
        var before = _files.GetValueOrDefault(name);
        var details = new[] { before?.Detail, detail }.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        _files[name] = new InspectedFile(name, before is null || state > before.State ? state : before.State, details.Count == 0 ? null : string.Join("; ", details));
    }
}
