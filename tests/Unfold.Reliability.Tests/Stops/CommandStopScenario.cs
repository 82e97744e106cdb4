using System.Diagnostics;

namespace Unfold.Reliability.Tests;

/// <summary>Asks a command that works on finished runs to stop at random moments, and repeats it until it comes to its end.</summary>
/// <param name="folder">Where all of it happens: with finished runs.</param>
/// <param name="arguments">The command; it is to begin anew where it has ended.</param>
/// <param name="result">The file that it makes.</param>
/// <param name="times">How many requests are to be heard.</param>
internal sealed class CommandStopScenario(string folder, string[] arguments, string result, int times)
{
    private readonly Random _random = new(ChaosSize.Seed);

    /// <summary>What happened so far.</summary>
    public StopOutcome Outcome { get; } = new();

    /// <summary>Goes on until enough requests were heard.</summary>
    public void Run()
    {
        var clock = Stopwatch.StartNew();
        Finish();
        var whole = clock.Elapsed;
        var undisturbed = File.ReadAllBytes(result);
        File.Delete(result);
        for (var n = 0; Outcome.IsToGoOn(n, times); n++)
        {
            if (!Ends(whole * _random.NextDouble()))
                continue;
            Compare(undisturbed);
            ChaosReport.Progress($"{Outcome}");
        }

        Outcome.RequireHeard(times);
        Finish();
        Compare(undisturbed);
    }

    private bool Ends(TimeSpan wait)
    {
        var before = FolderContent.Of(folder);
        using var process = UnfoldProcess.Start(folder, arguments);
        if (process.WaitFor(wait))
        {
            RequireDone(process.End());
            return true;
        }

        var request = StopRequest.All[Outcome.Requests % StopRequest.All.Count];
        return request.Send(process, () => FolderContent.Changes(before, FolderContent.Of(folder)), () => arguments[0], Outcome);
    }

    private void Finish() => RequireDone(UnfoldProcess.Run(folder, arguments));

    private void RequireDone(ProcessEnd end)
    {
        if (end.ExitCode != 0)
            Outcome.Failures.Add($"{arguments[0]}: undisturbed it ended with {end.ExitCode}: {end.Said}");
    }

    private void Compare(byte[] undisturbed)
    {
        if (!File.Exists(result) || !File.ReadAllBytes(result).AsSpan().SequenceEqual(undisturbed))
            Outcome.Failures.Add($"{arguments[0]}: {result} is not as it is undisturbed");
        File.Delete(result);
    }
}
