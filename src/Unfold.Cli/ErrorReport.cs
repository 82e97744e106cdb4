using Spectre.Console;
using Unfold.Engine.Runs;
using Unfold.Hosting;
using Unfold.Results;
using Unfold.Sweeps;

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
            context.Screen.Profile.Out.Writer.WriteLine(context.Stop.By);
            return context.Stop.ExitCode;
        }
        catch (Exception error)
        {
            var lines = Describe(error);
            foreach (var line in lines)
                context.Screen.Profile.Out.Writer.WriteLine(line);
            ShowTrace(context, error);
            return CodeOf(error);
        }
    }

    /// <summary>The stack trace of an error that nobody foresaw, where it was asked for.</summary>
    public static void ShowTrace(CliContext context, Exception error)
    {
        var unforeseen = error is UnfoldException { Code: "UFT003" or "UFT016", InnerException: { } cause } ? cause : error;
        if (context.IsVerbose && unforeseen is not (UnfoldException or ResultsException or SweepException))
            context.Screen.Profile.Out.Writer.WriteLine(unforeseen.ToString());
    }

    /// <summary>The exit code of an error.</summary>
    public static int CodeOf(Exception error) => ExitCode.Of(error switch
    {
        UnfoldException known => known.Code,
        ResultsException known => known.Code,
        SweepException known => known.Code,
        _ => "",
    });

    /// <summary>The exit code of a run's status.</summary>
    public static int CodeOf(RunStatus status) => status switch
    {
        RunStatus.Completed => ExitCode.Done,
        RunStatus.Diverged => ExitCode.Diverged,
        _ => ExitCode.RunFailed,
    };

    /// <summary>The lines of an error.</summary>
    public static IReadOnlyList<string> Describe(Exception error) => error switch
    {
        SpecException spec => [.. spec.Diagnostics.Select(d => d.ToString())],
        SweepException sweep => [$"error {sweep.Code}: {sweep.Message}; {sweep.Mend}"],
        _ => [$"error {ErrorText.Of(error)}"],
    };
}
