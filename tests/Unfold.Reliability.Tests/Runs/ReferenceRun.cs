using System.Diagnostics;
using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>An undisturbed run, and how long it took.</summary>
/// <param name="Run">The run.</param>
/// <param name="Startup">From the process's start to the training's.</param>
/// <param name="Training">The training with its validation.</param>
/// <param name="End">From there to the process's end: evaluation, results, report.</param>
internal sealed record ReferenceRun(ChaosRun Run, TimeSpan Startup, TimeSpan Training, TimeSpan End)
{
    /// <summary>Its directory.</summary>
    public string Directory => Run.Directory!;

    /// <summary>Trains it.</summary>
    public static ReferenceRun Train(string folder, ChaosSpec spec, int seed)
    {
        var run = new ChaosRun(folder, spec, seed);
        var clock = Stopwatch.StartNew();
        using var process = run.Start();
        process.WaitForLine("epoch 0,");
        var startup = clock.Elapsed;
        process.WaitForLine($"epoch {ChaosSpec.Epochs},");
        var training = clock.Elapsed - startup;
        var end = process.End();
        Assert.True(end.ExitCode == 0, $"the undisturbed run ended with {end.ExitCode}: {end.Said}");
        Assert.Equal(spec.Steps, RunState.Read(run.Directory!)!.Step);
        return new ReferenceRun(run, startup, training, clock.Elapsed - startup - training);
    }
}
