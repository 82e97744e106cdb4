using System.Diagnostics;
using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>Asks trainings to stop at random moments, and starts them again until they end.</summary>
/// <param name="folder">Where all of it happens.</param>
/// <param name="specs">What is trained, in turn.</param>
/// <param name="times">How many requests are to be heard.</param>
/// <param name="inStartup">The part of them that come before the training.</param>
internal sealed class RunStopScenario(TemporaryFolder folder, IReadOnlyList<ChaosSpec> specs, int times, double inStartup = 0.12)
{
    private readonly Random _random = new(ChaosSize.Seed);
    private readonly ReferenceRuns _references = new(folder["undisturbed"]);

    /// <summary>What happened so far.</summary>
    public StopOutcome Outcome { get; } = new();

    /// <summary>How long the first of them takes from its process's start to its training's.</summary>
    public TimeSpan Startup => _references[specs[0], 0].Startup;

    /// <summary>Goes on until enough requests were heard.</summary>
    public void Run()
    {
        for (var n = 0; Outcome.IsToGoOn(n, times); n++)
        {
            Disturb(new ChaosRun(folder[$"run-{n}"], specs[n % specs.Count], seed: 0));
            ChaosReport.Progress($"{Outcome}");
        }

        Outcome.RequireHeard(times);
    }

    private void Disturb(ChaosRun run)
    {
        var reference = _references[run.Spec, run.Seed];
        var moments = new RandomMoments(_random, reference, inStartup);
        for (var isEnded = false; !isEnded && Outcome.Failures.Count == 0;)
        {
            var before = RunProgress.Of(run);
            isEnded = Ends(run, moments, before);
            before.RequireGoneOn(run, () => Outcome.GoneOn++, Outcome.Failures.Add);
            if (!isEnded)
                Check(run);
        }

        if (Outcome.Failures.Count == 0)
            Outcome.Failures.AddRange(RunComparison.Differences(reference.Directory, run.Directory!).Select(d => $"{run.Folder}: {d} differs"));
    }

    private bool Ends(ChaosRun run, RandomMoments moments, RunProgress before)
    {
        var content = FolderContent.Of(run.Out);
        var wait = moments.Next(before.Part);
        var clock = Stopwatch.StartNew();
        using var process = run.Start();
        // The last ones go on undisturbed.
        if (Outcome.Heard >= times || process.WaitFor(wait))
        {
            var end = process.End();
            moments.Ended(before.Part, clock.Elapsed);
            if (end.ExitCode != 0)
                Outcome.Failures.Add($"{run.Folder}: undisturbed it ended with {end.ExitCode}: {end.Said}");
            return true;
        }

        return StopRequest.All[Outcome.Requests % StopRequest.All.Count].Send(
            process,
            () => FolderContent.Changes(content, FolderContent.Of(run.Out)),
            () => RunProgress.Of(run).PhaseSince(before).ToString().ToLowerInvariant(),
            Outcome);
    }

    // Whatever was stopped leaves a directory that says so, with its state saved, and nothing half-written.
    private void Check(ChaosRun run)
    {
        if (run.Directory is not { } directory)
            return;
        Outcome.Failures.AddRange(RunDirectoryCheck.Problems(directory).Select(p => $"{run.Folder}: {p}"));
        Outcome.Failures.AddRange(RunDirectoryCheck.LeftOver(directory).Where(f => !f.StartsWith("checkpoints/last", StringComparison.Ordinal) || f.EndsWith(".tmp", StringComparison.Ordinal)).Select(f => $"{run.Folder}: {f} left over"));
        var state = RunState.Read(directory);
        if (state is not { State: RunStatus.Interrupted or RunStatus.Completed })
            Outcome.Failures.Add($"{run.Folder}: {RunFiles.Status} does not say that it was interrupted");
        else if (state is { State: RunStatus.Interrupted, Step: > 0 } && RunProgress.Of(run).Step != state.Step)
            Outcome.Failures.Add($"{run.Folder}: it was stopped at step {state.Step}, and its checkpoint is of step {RunProgress.Of(run).Step}");
    }
}
