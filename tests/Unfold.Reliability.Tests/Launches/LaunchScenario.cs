using System.Diagnostics;
using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>Starts a second process on the directory of one that is at work, and one on the directory of one that was killed.</summary>
/// <param name="folder">Where all of it happens.</param>
/// <param name="times">How many runs are to be launched twice.</param>
internal sealed class LaunchScenario(TemporaryFolder folder, int times)
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);

    private readonly ReferenceRuns _references = new(folder["undisturbed"]);

    /// <summary>What happened so far.</summary>
    public LaunchOutcome Outcome { get; } = new();

    /// <summary>Goes on until there were enough.</summary>
    public void Run()
    {
        for (var n = 0; Outcome.TakenOver < times && Outcome.Failures.Count == 0 && n < 5 * times; n++)
        {
            var spec = ChaosSpec.Trained[n % ChaosSpec.Trained.Count];
            var run = new ChaosRun(folder[$"run-{n}"], spec, seed: 0);
            var reference = _references[spec, run.Seed];
            if (!LaunchTwice(run, epoch: 1 + (n % (ChaosSpec.Epochs / 2))))
                continue;
            TakeOver(run);
            Outcome.Failures.AddRange(RunComparison.Differences(reference.Directory, run.Directory!).Select(d => $"{run.Folder}: {d} differs"));
            ChaosReport.Progress($"{Outcome}");
        }

        if (Outcome.Failures.Count == 0 && Outcome.TakenOver < times)
            Outcome.Failures.Add($"of {5 * times} runs {Outcome.TakenOver} were at work when they were held, and {times} are to be");
    }

    // On a busy machine what it says is read late: then it may have ended already, and nothing is launched twice.
    private bool LaunchTwice(ChaosRun run, int epoch)
    {
        using var first = run.Start();
        if (!Hold(first, run, epoch))
            return false;
        Refuse(run, run.Arguments);
        Refuse(run, "resume", run.Directory!);
        first.Send(Signals.Continue);
        if (!Hold(first, run, epoch + 1))
            return false;
        first.Send(Signals.Kill);
        return true;
    }

    private static bool Hold(UnfoldProcess process, ChaosRun run, int epoch) =>
        process.WaitForLine($"epoch {epoch},") && process.HoldStill() && !RunProgress.Of(run).HasResults;

    private void Refuse(ChaosRun run, params string[] arguments)
    {
        var slowest = SlowestStart(run.Folder);
        var before = FolderContent.Of(run.Out);
        var clock = Stopwatch.StartNew();
        var end = UnfoldProcess.Run(run.Folder, arguments);
        var took = clock.Elapsed;
        Outcome.Refused(took);
        if (end.ExitCode != 8)
            Outcome.Failures.Add($"{run.Folder}: '{arguments[0]}' ended with {end.ExitCode}: {end.Said}");
        if (took > slowest)
            Outcome.Failures.Add($"{run.Folder}: '{arguments[0]}' took {took}");
        Outcome.Failures.AddRange(FolderContent.Changes(before, FolderContent.Of(run.Out)).Select(f => $"{run.Folder}: '{arguments[0]}' changed {f}"));
    }

    // A machine that others keep busy takes seconds to start anything.
    private static TimeSpan SlowestStart(string folder)
    {
        var clock = Stopwatch.StartNew();
        UnfoldProcess.Run(folder, "--version");
        return clock.Elapsed * 6 is var slow && slow > Promised ? slow : Promised;
    }

    private void TakeOver(ChaosRun run)
    {
        var end = UnfoldProcess.Run(run.Folder, run.Arguments);
        if (end.ExitCode != 0)
            Outcome.Failures.Add($"{run.Folder}: after a kill it ended with {end.ExitCode}: {end.Said}");
        else if (!File.ReadAllText(run[RunFiles.Log]!).Contains("taken over", StringComparison.Ordinal))
            Outcome.Failures.Add($"{run.Folder}: {RunFiles.Log} does not say that the lock was taken over");
        else
            Outcome.TakenOver++;
    }
}
