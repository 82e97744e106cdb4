using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>Stops runs whose loss is the <see cref="HookedLoss"/>, and compares what came of them.</summary>
internal static class Interruption
{
    /// <summary>Starts a run again and again, and stops each attempt at its n-th evaluation of the loss, until one reaches the end.</summary>
    public static (RunOutcome Outcome, int Stops) EveryCalls(int n, Func<CancellationToken, RunOutcome> run)
    {
        for (var stops = 0; stops < 200; stops++)
        {
            if (At(n, run) is { } outcome)
                return (outcome, stops);
        }

        throw new InvalidOperationException("It does not get on.");
    }

    /// <summary>Stops a run at the n-th evaluation of its loss; null where it was stopped.</summary>
    public static RunOutcome? At(int n, Func<CancellationToken, RunOutcome> run)
    {
        using var stop = new CancellationTokenSource();
        HookedLoss.Hook(call => { if (call == n) stop.Cancel(); });
        try
        {
            return run(stop.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            HookedLoss.Hook(null);
        }
    }

    /// <summary>How often a run evaluates its loss.</summary>
    public static int CallsOf(Action run)
    {
        var calls = 0;
        HookedLoss.Hook(n => calls = n);
        run();
        HookedLoss.Hook(null);
        return calls;
    }

    /// <summary>Every file that must not tell whether a run was stopped, and the results without what is of the machine.</summary>
    public static void AssertSame(RunOutcome whole, RunOutcome other)
    {
        Assert.Equal(RunStatus.Completed, other.Result.Status);
        Assert.False(other.WasThere);
        foreach (var file in new[] { RunFiles.Metrics, RunFiles.Parameters, RunFiles.TestImages, RunFiles.Images, RunFiles.Spec, RunFiles.BestParameters })
            Assert.True(Bytes(whole, file).AsSpan().SequenceEqual(Bytes(other, file)), file);
        Assert.Equal(WithoutTimes(whole), WithoutTimes(other));
    }

    private static byte[] Bytes(RunOutcome outcome, string file) => File.ReadAllBytes(Path.Combine(outcome.Folder, file));

    private static string WithoutTimes(RunOutcome outcome) => ResultsJson.Indented(outcome.Result with
    {
        Metrics = new SortedDictionary<string, double>(outcome.Result.Metrics.Where(m => !MetricNames.IsOfTheMachine(m.Key)).ToDictionary(), StringComparer.Ordinal),
    });
}
