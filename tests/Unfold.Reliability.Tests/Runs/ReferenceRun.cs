using System.Diagnostics;
using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>An undisturbed run, and how long it took.</summary>
/// <param name="Directory">Its directory.</param>
/// <param name="Startup">From the process's start to the training's.</param>
/// <param name="Rest">From there to the process's end.</param>
internal sealed record ReferenceRun(string Directory, TimeSpan Startup, TimeSpan Rest)
{
    /// <summary>Trains it.</summary>
    public static ReferenceRun Train(string folder, ChaosSpec spec, int seed)
    {
        var run = new ChaosRun(folder, spec, seed);
        var clock = Stopwatch.StartNew();
        using var process = run.Start();
        var end = process.End();
        var whole = clock.Elapsed;
        Assert.True(end.ExitCode == 0, $"the undisturbed run ended with {end.ExitCode}: {end.Said}");
        // What is written after the training takes a part of the rest as long as the training's end is near.
        var training = TimeSpan.FromSeconds(StoredRun.Read(run.Directory!).Result.Metrics[MetricNames.TrainSeconds]);
        var startup = (whole - training) * 0.6;
        return new ReferenceRun(run.Directory!, startup, whole - startup);
    }
}
