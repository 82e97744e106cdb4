using System.Globalization;
using Unfold.Cli.Commands;
using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Cli;

/// <summary>The commands that repeat runs, as reports print them.</summary>
internal static class RunCommands
{
    /// <summary>The command of an invocation, for the record. Threads and device are said where they were: they may change the last digits. Folders of one machine are not.</summary>
    /// <param name="nameOrFile">The experiment.</param>
    /// <param name="overrides">Changes to it.</param>
    /// <param name="only">The variants that were asked for.</param>
    /// <param name="options">How they were run.</param>
    public static string Of(string nameOrFile, IEnumerable<string> overrides, IEnumerable<string> only, RunOptions options) => Shell.Command(
    [
        "unfold",
        "run",
        // An absolute path is one machine's too.
        Path.IsPathRooted(nameOrFile) ? Path.GetRelativePath(Directory.GetCurrentDirectory(), nameOrFile) : nameOrFile,
        .. overrides,
        .. only.SelectMany(v => new[] { "--variant", v }),
        .. options.Device is { } device ? ["--device", device] : Array.Empty<string>(),
        .. options.Threads is { } threads ? ["--threads", threads.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        .. IsOfOneMachine(options.OutFolder) ? Array.Empty<string>() : ["--out", options.OutFolder],
        "--force",
    ]);

    /// <summary>The commands that runs were made by, each once, in the order of their dates; that of the whole experiment for runs without a record.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="nameOrFile">Their experiment.</param>
    public static string Of(IReadOnlyList<StoredRun> runs, string nameOrFile)
    {
        var whole = Of(nameOrFile, [], [], new RunOptions());
        return string.Join("; ", runs.OrderBy(r => r.Environment?.Started, StringComparer.Ordinal).Select(r => r.Environment?.Command ?? whole).Distinct(StringComparer.Ordinal));
    }

    private static bool IsOfOneMachine(string folder) => folder == CommonOptions.DefaultOutFolder || Path.IsPathRooted(folder);
}
