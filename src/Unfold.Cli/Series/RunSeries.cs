using Unfold.Cli.Rendering;
using Unfold.Engine.Runs;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Cli.Series;

/// <summary>Runs one after another. One's failure is not the others'.</summary>
/// <param name="context">Where to say what happens.</param>
/// <param name="afterStop">What is to be done after a stop, in words.</param>
internal sealed class RunSeries(CliContext context, string afterStop)
{
    private readonly List<StoredRun> _runs = [];
    private string _label = "";
    private string _key = "";

    /// <summary>The runs so far, those that did not complete included.</summary>
    public IReadOnlyList<StoredRun> Runs => _runs;

    /// <summary>The exit code so far: the highest of the runs'.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Carries one out, and says how it ended.</summary>
    /// <param name="label">What it is called.</param>
    /// <param name="train">Trains; told whom to tell.</param>
    /// <param name="key">What tells it from the other runs of the command; its label, where that does.</param>
    /// <exception cref="OperationCanceledException">Stopped on request.</exception>
    public void Run(string label, Func<ITrainingObserver, RunOutcome> train, string? key = null)
    {
        (_label, _key) = (label, key ?? label);
        if (context.Session.Before.FirstOrDefault(e => e.Key == _key) is { } ended)
        {
            Take(ended);
            return;
        }

        try
        {
            var outcome = TrainingDisplay.Show(context.Screen, label, train);
            if (outcome.WasThere)
                Say(label, $"{(outcome.Result.Status == RunStatus.Diverged ? "diverged" : "finished")} before{(outcome.FinishedAs is { } name ? $" as {name}" : "")}, not repeated (--force repeats it)");
            if (outcome.Result.Error is { } failure)
                Say(label, $"error {failure}");
            Note(new EndedRun(_key, outcome.Folder, ErrorReport.CodeOf(outcome.Result.Status)));
        }
        catch (OperationCanceledException)
        {
            Say(label, $"stopped; {afterStop}");
            throw;
        }
        catch (Exception error)
        {
            Say(label, string.Join(Environment.NewLine, ErrorReport.Describe(error)));
            ErrorReport.ShowTrace(context, error);
            Note(new EndedRun(_key, null, ErrorReport.CodeOf(error)));
            // What the component made may still be held; a new process has all of the memory.
            if (error is UnfoldException { Code: "UFT016" } && context.IsProcess)
                context.Session.Restart();
        }
    }

    /// <summary>Called by another thread, with a run that does not come back: the process is replaced.</summary>
    public Action<RunOutcome>? Stalled => context.IsProcess
        ? outcome =>
        {
            Say(_label, $"error {outcome.Result.Error}");
            context.Session.Ended.Add(new EndedRun(_key, outcome.Folder, Cli.ExitCode.RunFailed));
            context.Session.Restart();
        }
    : null;

    private void Note(EndedRun ended)
    {
        context.Session.Ended.Add(ended);
        Take(ended);
    }

    private void Take(EndedRun ended)
    {
        if (ended.Folder is { } folder)
            _runs.Add(StoredRun.Read(folder));
        ExitCode = Math.Max(ExitCode, ended.ExitCode);
    }

    private void Say(string label, string text) => context.Screen.Profile.Out.Writer.WriteLine($"[{label}] {text}");
}
