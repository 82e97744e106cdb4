using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>SIGTERM, SIGUSR1 and Ctrl-C are heard in every phase: what was done is saved, and the same command goes on.</summary>
public sealed class StopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public void Trainings()
    {
        var scenario = new RunStopScenario(_folder, ChaosSpec.Trained, ChaosSize.Times(3, 100));
        scenario.Run();
        Conclude("signals in training", scenario.Outcome);
    }

    [LinuxFact]
    public void Loadings()
    {
        var scenario = new RunStopScenario(_folder, [ChaosSpec.Loading], ChaosSize.Times(1, 100), inStartup: 0.95);
        scenario.Run();
        Conclude("signals in loading", scenario.Outcome);
        // One that looks at nothing while it loads would take half of this.
        Assert.True(scenario.Outcome.Percentile(0.5) < scenario.Startup / 4, $"{scenario.Outcome}, and starting takes {scenario.Startup}");
    }

    [LinuxFact]
    public void Validations()
    {
        var scenario = new RunStopScenario(_folder, [ChaosSpec.Validation], ChaosSize.Times(1, 100));
        scenario.Run();
        Conclude("signals in validation", scenario.Outcome);
    }

    [LinuxFact]
    public void Landscapes()
    {
        var run = ReferenceRun.Train(_folder.Path, ChaosSpec.Paper, seed: 0).Run;
        var scenario = new CommandStopScenario(
            _folder.Path, ["landscape", run.Directory!, "--points", "15", "--dimensions", "2", "--eigenvalues", "1", "--batch", "64", "--threads", "1"], run[RunFiles.Landscape]!, ChaosSize.Times(1, 100));
        scenario.Run();
        Conclude("signals in landscapes", scenario.Outcome);
    }

    [LinuxFact]
    public void Reports()
    {
        var run = ReferenceRun.Train(_folder.Path, ChaosSpec.Paper, seed: 0).Run;
        var scenario = new CommandStopScenario(_folder.Path, ["report", $"{run.Spec.Name}.json", "--out", run.Out], Path.Combine(run.Out, run.Spec.Name, "report.html"), ChaosSize.Times(1, 100));
        scenario.Run();
        Conclude("signals in reports", scenario.Outcome);
    }

    [LinuxFact]
    public void A_second_interrupt_ends_what_does_not_come_back()
    {
        File.WriteAllText(_folder["hang.json"], FaultySpec.Json(stallMinutes: null));
        using (var process = UnfoldProcess.Start(_folder.Path, "run", "hang.json", "--variant", "hanging", "--threads", "1", "--out", _folder["out"]))
        {
            process.WaitForLine("hanging now");
            process.Send(Signals.Interrupt);
            // The first is on its way for a moment, in which a second would be the same.
            for (var n = 0; n < 10 && !process.WaitFor(TimeSpan.FromMilliseconds(500)); n++)
                process.Send(Signals.Interrupt);
            Assert.True(process.WaitFor(TimeSpan.Zero), "it goes on");
            Assert.Equal(130, process.End().ExitCode);
        }

        var directory = Directory.GetDirectories(_folder["out", "hang", "hanging"]).Single();
        Assert.Empty(RunDirectoryCheck.Problems(directory));
        // If it began anew it would hang again, but not for ever.
        File.WriteAllText(_folder["hang.json"], FaultySpec.Json(stallMinutes: 0.15));
        using var again = UnfoldProcess.Start(_folder.Path, "run", "hang.json", "--variant", "hanging", "--threads", "1", "--out", _folder["out"]);
        Assert.True(again.WaitForLine("epoch 3,"), "it does not go on");
        Assert.Contains("going on from step", File.ReadAllText(Path.Combine(directory, RunFiles.Log)), StringComparison.Ordinal);
    }

    private static void Conclude(string scenario, StopOutcome outcome)
    {
        ChaosReport.Row(scenario, $"{outcome}");
        ChaosReport.RequireNone(outcome.Failures);
        Assert.True(outcome.Percentile(0.99) < TimeSpan.FromSeconds(10), $"{outcome}");
    }
}
