using Unfold.Engine.Safetensors;
using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>Damages the checkpoints of a run that was stopped.</summary>
/// <param name="folder">Where all of it happens.</param>
/// <param name="times">How many flips, and how many truncations, are looked for.</param>
/// <param name="runs">How many of each a run goes on from.</param>
internal sealed class DamageScenario(TemporaryFolder folder, int times, int runs)
{
    private readonly Random _random = new(ChaosSize.Seed);
    private readonly ReferenceRuns _references = new(folder["undisturbed"]);
    private readonly ChaosRun _stopped = new(folder["stopped"], ChaosSpec.Paper, seed: 0);

    /// <summary>What happened so far.</summary>
    public DamageOutcome Outcome { get; } = new();

    /// <summary>Goes through all of them.</summary>
    public void Run()
    {
        InterruptedRun.Make(_stopped, epoch: 1);
        var good = File.ReadAllBytes(_stopped[RunFiles.LastCheckpoint]!);
        Outcome.Flips = (times, Enumerable.Range(0, times).Count(_ => IsNoticed(CheckpointDamage.Flipped(good, _random))));
        Outcome.Cuts = (times, Enumerable.Range(0, times).Count(_ => IsNoticed(CheckpointDamage.Cut(good, _random))));
        for (var n = 0; n < runs; n++)
        {
            GoOn($"flipped-{n}", content => CheckpointDamage.Flipped(content, _random));
            GoOn($"cut-{n}", content => CheckpointDamage.Cut(content, _random));
            ChaosReport.Progress($"{Outcome}");
        }

        Refuse();
    }

    private bool IsNoticed(byte[] damaged)
    {
        var path = folder["damaged.safetensors"];
        File.WriteAllBytes(path, damaged);
        try
        {
            SafetensorsCheck.Verify(path, mustBeHashed: true);
            return false;
        }
        catch (ResultsException)
        {
            return true;
        }
    }

    private void GoOn(string name, Func<byte[], byte[]> damage)
    {
        var run = Copy(name);
        Damage(run[RunFiles.LastCheckpoint]!, damage);
        var end = UnfoldProcess.Run(run.Folder, run.Arguments);
        if (end.ExitCode != 0)
        {
            Outcome.Failures.Add($"{run.Folder}: ended with {end.ExitCode}: {end.Said}");
            return;
        }

        var differences = RunComparison.Differences(_references[run.Spec, run.Seed].Directory, run.Directory!, areNotesCompared: false);
        if (differences.Count > 0)
            Outcome.Failures.Add($"{run.Folder}: {string.Join(", ", differences)} differ");
        else if (!StoredRun.Read(run.Directory!).Result.Notes.Any(n => n.Contains("was damaged", StringComparison.Ordinal)))
            Outcome.Failures.Add($"{run.Folder}: its results do not say that a checkpoint was damaged");
        else
            Outcome.Resumed++;
    }

    private void Refuse()
    {
        var run = Copy("both");
        Damage(run[RunFiles.LastCheckpoint]!, content => CheckpointDamage.Flipped(content, _random));
        Damage(run[RunFiles.CheckpointBeforeLast]!, content => CheckpointDamage.Cut(content, _random));
        foreach (var arguments in (string[][])[run.Arguments, ["resume", run.Directory!]])
        {
            var before = FolderContent.Of(run.Directory);
            var end = UnfoldProcess.Run(run.Folder, arguments);
            if (end.ExitCode != 5)
                Outcome.Failures.Add($"{run.Folder}: '{arguments[0]}' ended with {end.ExitCode}: {end.Said}");
            Outcome.Failures.AddRange(FolderContent.Changes(before, FolderContent.Of(run.Directory)).Select(f => $"{run.Folder}: '{arguments[0]}' changed {f}"));
            Outcome.Refused++;
        }
    }

    private ChaosRun Copy(string name)
    {
        var run = new ChaosRun(folder[name], _stopped.Spec, _stopped.Seed);
        FolderContent.Copy(_stopped.Out, run.Out);
        return run;
    }

    private static void Damage(string path, Func<byte[], byte[]> damage) => File.WriteAllBytes(path, damage(File.ReadAllBytes(path)));
}
