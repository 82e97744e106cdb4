using System.Text.RegularExpressions;

namespace Unfold.EndToEnd.Tests;

/// <summary>The files that the README shows: a bold path, then a code block.</summary>
internal static partial class ReadmeFiles
{
    public static IReadOnlyDictionary<string, string> All() => Block()
        .Matches(File.ReadAllText(Path.Combine(Clone.Repository, "README.md")).ReplaceLineEndings("\n"))
        .ToDictionary(m => m.Groups["path"].Value, m => m.Groups["text"].Value);

    [GeneratedRegex(@"^\*\*`(?<path>[^`]+)`\*\*\n\n```\w+\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
