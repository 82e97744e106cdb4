using Spectre.Console;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli;

/// <summary>Errors as people read them: one line each, with the code and how to mend it.</summary>
internal static class ErrorReport
{
    /// <summary>Runs a command and turns its errors into lines and an exit code.</summary>
    public static int Guard(CliContext context, Func<int> command)
    {
        try
        {
            return command();
        }
        catch (OperationCanceledException)
        {
            context.Screen.Profile.Out.Writer.WriteLine("cancelled");
            return ExitCode.Cancelled;
        }
        catch (Exception error) when (Describe(error) is { } lines)
        {
            foreach (var line in lines)
                context.Screen.Profile.Out.Writer.WriteLine(line);
            return CodeOf(error);
        }
    }

    /// <summary>The exit code of an error that <see cref="Describe"/> knows.</summary>
    public static int CodeOf(Exception error) => ExitCode.Of(error switch
    {
        UnfoldException known => known.Code,
        ResultsException known => known.Code,
        _ => "",
    });

    /// <summary>The exit code of a run's status.</summary>
    public static int CodeOf(RunStatus status) => status switch
    {
        RunStatus.Completed => ExitCode.Done,
        RunStatus.Diverged => ExitCode.Diverged,
        RunStatus.Cancelled => ExitCode.Cancelled,
        _ => ExitCode.RunFailed,
    };

    /// <summary>The lines of a known error, or null.</summary>
    public static IReadOnlyList<string>? Describe(Exception error) => error switch
    {
        SpecException spec => [.. spec.Diagnostics.Select(d => d.ToString())],
        UnfoldException known => [$"error {known.Code}: {known.Message}; {known.Mend}"],
        ResultsException known => [$"error {known.Code}: {known.Message}; {known.Mend}"],
        _ => null,
    };
}
