using System.Diagnostics;
using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>Kills the processes of real runs at random moments, and starts them again until the run ends.</summary>
/// <param name="folder">Where all of it happens.</param>
/// <param name="times">How many kills.</param>
internal sealed class KillScenario(TemporaryFolder folder, int times)
{
    private const int Seeds = 3;

    private readonly ReferenceRuns _references = new(folder["undisturbed"]);

    /// <summary>What happened so far.</summary>
    public KillOutcome Outcome { get; } = new();

    /// <summary>Goes on until there were enough kills.</summary>
    public void Run() => Parallel.For(0, ChaosSize.Workers, new ParallelOptions { MaxDegreeOfParallelism = ChaosSize.Workers }, worker =>
    {
        var random = new Random((ChaosSize.Seed * 1000) + worker);
        var moments = new Dictionary<ReferenceRun, RandomMoments>();
        for (var n = worker; Outcome.Kills < times; n += ChaosSize.Workers)
        {
            Disturb(new ChaosRun(folder[$"run-{n}"], ChaosSpec.Trained[n % ChaosSpec.Trained.Count], (ChaosSize.Seed * Seeds) + (n / ChaosSpec.Trained.Count % Seeds)), random, moments);
            ChaosReport.Progress($"{Outcome}");
        }
    });

    private void Disturb(ChaosRun run, Random random, Dictionary<ReferenceRun, RandomMoments> known)
    {
        var reference = _references[run.Spec, run.Seed];
        if (!known.TryGetValue(reference, out var moments))
            known[reference] = moments = new RandomMoments(random, reference);
        var wasFine = true;
        while (wasFine && !EndsUndisturbed(run, moments))
            wasFine = IsFine(run);
        if (wasFine)
            Compare(run, reference);
        Outcome.RunEnded();
        // What went wrong stays for whoever looks into it.
        if (wasFine && !Outcome.Failures.Any(f => f.StartsWith(run.Folder, StringComparison.Ordinal)))
            Directory.Delete(run.Folder, recursive: true);
    }

    private bool EndsUndisturbed(ChaosRun run, RandomMoments moments)
    {
        var before = RunProgress.Of(run);
        var done = before.Part;
        var results = run.Results;
        var wait = moments.Next(done);
        var clock = Stopwatch.StartNew();
        using var process = run.Start();
        if (process.WaitFor(wait))
        {
            moments.Ended(done, clock.Elapsed);
            if (process.End() is { ExitCode: not 0 } end)
                Outcome.Different.Add($"{run.Folder}: exit code {end.ExitCode}: {end.Said}");
            Keep(run, results);
            before.RequireGoneOn(run, Outcome.WentOn, Outcome.Different.Add);
            return true;
        }

        process.Send(Signals.Kill);
        process.End();
        Keep(run, results);
        // A directory that cannot be read has no phase; it is told of as such.
        if (!IsReadable(run))
            return false;
        before.RequireGoneOn(run, Outcome.WentOn, Outcome.Different.Add);
        var phase = RunProgress.Of(run).PhaseSince(before);
        Outcome.Killed(phase);
        if (phase == RunPhase.Startup)
            moments.WasStarting(wait);
        return false;
    }

    private void Keep(ChaosRun run, byte[]? before)
    {
        if (before is not null && !(run.Results is { } now && now.AsSpan().SequenceEqual(before)))
            Outcome.Lost.Add($"{run.Folder}: {RunFiles.Results} changed");
    }

    private static bool IsReadable(ChaosRun run) => run.Directory is not { } directory || RunDirectoryCheck.Problems(directory).Count == 0;

    private bool IsFine(ChaosRun run)
    {
        if (IsReadable(run))
            return true;
        Outcome.Unreadable.Add($"{run.Folder}: {string.Join("; ", RunDirectoryCheck.Problems(run.Directory!))}");
        return false;
    }

    private void Compare(ChaosRun run, ReferenceRun reference)
    {
        if (run.Directory is not { } directory || run.Results is null)
        {
            Outcome.Different.Add($"{run.Folder}: it has no results");
            return;
        }

        if (IsFine(run) && (string[])[.. RunComparison.Differences(reference.Directory, directory), .. RunDirectoryCheck.LeftOver(directory).Select(f => $"{f} left over")] is { Length: > 0 } differences)
            Outcome.Different.Add($"{run.Folder}: {string.Join("; ", differences)}");
    }
}
