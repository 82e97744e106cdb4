namespace Unfold.Results;

/// <summary>Commands that can be pasted into a POSIX shell.</summary>
public static class Shell
{
    /// <summary>A command of words, quoted where a shell would read more into them.</summary>
    public static string Command(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    /// <summary>A word, quoted where a shell would read more into it.</summary>
    public static string Quote(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./=:,+@%".Contains(c, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
