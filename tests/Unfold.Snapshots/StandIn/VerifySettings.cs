using System.Text;

namespace VerifyTests;

/// <summary>Settings of one call of Verify.</summary>
public sealed class VerifySettings
{
    /// <summary>Passed to the comparer.</summary>
    public Dictionary<string, object> Context { get; } = new(StringComparer.Ordinal);

    internal List<Action<StringBuilder>> Scrubbers { get; } = [];

    internal object?[] Parameters { get; private set; } = [];

    internal string? Directory { get; private set; }

    /// <summary>Rewrites what was received before it is compared: paths, times, names of machines.</summary>
    public void AddScrubber(Action<StringBuilder> scrubber) => Scrubbers.Add(scrubber);

    /// <summary>The arguments of a theory, for the file's name.</summary>
    public void UseParameters(params object?[] parameters) => Parameters = parameters;

    /// <summary>A folder for the files, relative to the test's source.</summary>
    public void UseDirectory(string directory) => Directory = directory;
}
