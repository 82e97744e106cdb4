using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>Fills the disk of runs at random moments to a random degree, and makes room again.</summary>
/// <param name="folder">Where the rest of it happens.</param>
/// <param name="times">How many disks are to be too full.</param>
internal sealed class DiskScenario(TemporaryFolder folder, int times)
{
    private readonly Random _random = new(ChaosSize.Seed);
    private readonly ReferenceRuns _references = new(folder["undisturbed"]);

    /// <summary>What happened so far.</summary>
    public DiskOutcome Outcome { get; } = new();

    /// <summary>Goes on until enough of them were.</summary>
    public void Run()
    {
        for (var n = 0; Outcome.Full < times && Outcome.Failures.Count == 0 && n < 5 * times; n++)
        {
            using var disk = new SmallDisk();
            var run = new ChaosRun(folder[$"run-{n}"], ChaosSpec.Paper, seed: 0, Path.Combine(disk.Path, "out"));
            if (n % 5 == 1)
                FillBefore(run, disk);
            else
                FillWithin(run, disk);
            disk.Clear();
            GoOn(run);
            ChaosReport.Progress($"{Outcome}");
        }

        if (Outcome.Failures.Count == 0 && Outcome.Full < times)
            Outcome.Failures.Add($"of {5 * times} disks {Outcome.Full} were too full, and {times} are to be");
    }

    private void FillBefore(ChaosRun run, SmallDisk disk)
    {
        Outcome.Before++;
        // A run takes about 7 MiB, and is not begun where there are fewer than 10.
        disk.FillUpTo(_random.NextInt64(12 << 20));
        var end = UnfoldProcess.Run(run.Folder, run.Arguments);
        Check(run, end);
        if (end.ExitCode == 7 && run.Directory is { } directory && RunState.Read(directory) is { Step: > 0 })
            Outcome.Failures.Add($"{run.Folder}: it was trained without the room that it takes: {end.Said}");
    }

    private void FillWithin(ChaosRun run, SmallDisk disk)
    {
        Outcome.Within++;
        using var process = run.Start();
        process.WaitForLine($"epoch {_random.Next(ChaosSpec.Epochs + 1)},");
        process.WaitFor(TimeSpan.FromSeconds(_random.NextDouble()));
        disk.FillUpTo(_random.NextInt64(3 << 20));
        Check(run, process.End());
    }

    private void Check(ChaosRun run, ProcessEnd end)
    {
        if (end.ExitCode == 7)
            Outcome.Full++;
        else if (end.ExitCode != 0)
            Outcome.Failures.Add($"{run.Folder}: ended with {end.ExitCode}: {end.Said}");
        if (!Directory.Exists(run.Out))
            return;
        Outcome.Failures.AddRange(Directory.EnumerateFiles(run.Out, "*.tmp", SearchOption.AllDirectories).Select(f => $"{run.Folder}: {f} left over"));
        if (run.Directory is { } directory)
            Outcome.Failures.AddRange(RunDirectoryCheck.Problems(directory).Select(p => $"{run.Folder}: {p}"));
    }

    private void GoOn(ChaosRun run)
    {
        var before = RunProgress.Of(run);
        var end = UnfoldProcess.Run(run.Folder, run.Arguments);
        before.RequireGoneOn(run, () => Outcome.GoneOn++, Outcome.Failures.Add);
        if (end.ExitCode != 0)
            Outcome.Failures.Add($"{run.Folder}: with room again it ended with {end.ExitCode}: {end.Said}");
        else
            Outcome.Failures.AddRange(RunComparison.Differences(_references[run.Spec, run.Seed].Directory, run.Directory!).Select(d => $"{run.Folder}: {d} differs"));
    }
}
