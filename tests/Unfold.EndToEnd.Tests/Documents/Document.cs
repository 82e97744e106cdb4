using System.Text.RegularExpressions;

namespace Unfold.EndToEnd.Tests;

/// <summary>What a page of the documentation tells its reader to do, in its order.</summary>
internal static partial class Document
{
    /// <exception cref="InvalidDataException">A block is neither a file with its path nor a command: no reader could use it, and no test would.</exception>
    public static IReadOnlyList<DocumentStep> Read(string page)
    {
        var text = File.ReadAllText(Path.Combine(Clone.Repository, page)).ReplaceLineEndings("\n");
        return [.. Blocks().Matches(text).SelectMany(block => Steps(page, block))];
    }

    private static IEnumerable<DocumentStep> Steps(string page, Match block)
    {
        var (path, language, text) = (block.Groups["path"].Value, block.Groups["language"].Value, block.Groups["text"].Value);
        return (path, language) switch
        {
            ({ Length: > 0 }, _) => [new DocumentFile(path, text)],
            (_, "sh") => text.TrimEnd('\n').Split('\n').Select(line => new DocumentCommand(line)),
            (_, "text") => [],
            // The README's excerpts of specs, which its own tests read.
            (_, "json") when page == "README.md" => [],
            _ => throw new InvalidDataException($"{page} has a block of {language} without a path: {text}"),
        };
    }

    [GeneratedRegex(@"(^\*\*`(?<path>[^`]+)`\*\*\n\n)?^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blocks();
}
