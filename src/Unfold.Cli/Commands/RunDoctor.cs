using Unfold.Engine.Inspection;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold doctor --run</c>: whether a run's folder is whole. Opens no plugin and no native library, and changes nothing.</summary>
internal static class RunDoctor
{
    public static int Examine(CliContext context, string folder, bool asJson)
    {
        var found = RunInspector.Inspect(folder);
        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, found.Folder, found.State, found.IsWhole, found.Files }));
        else
            Write(context.Out, found);
        return found.IsWhole ? ExitCode.Done : ExitCode.Environment;
    }

    private static void Write(TextWriter writer, RunInspection found)
    {
        foreach (var file in found.Files)
            writer.WriteLine($"{file.State.ToString().ToLowerInvariant(),-7}  {file.File}{(file.Detail is null ? "" : $": {file.Detail.ReplaceLineEndings(" ")}")}");
        var counts = found.Files.GroupBy(f => f.State).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key.ToString().ToLowerInvariant()}");
        writer.WriteLine($"{found.Folder}: {(found.IsWhole ? "whole" : "DAMAGED")} ({found.State.ToString().ToLowerInvariant()}): {string.Join(", ", counts)}{(found.IsWhole ? "" : Mend(found))}");
    }

    private static string Mend(RunInspection found) => found.CanGoOn
        ? "; it goes on from the checkpoint before: unfold resume"
        : "; take what is damaged from a copy, or repeat the run with --force";
}
