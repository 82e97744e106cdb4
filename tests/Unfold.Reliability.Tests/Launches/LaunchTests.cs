namespace Unfold.Reliability.Tests;

/// <summary>A run's directory belongs to one process at a time.</summary>
public sealed class LaunchTests
{
    [LinuxFact]
    public void Launched_twice()
    {
        using var folder = new TemporaryFolder();
        var scenario = new LaunchScenario(folder, ChaosSize.Times(1, 10));
        scenario.Run();
        ChaosReport.Row("double launch", $"{scenario.Outcome}");
        ChaosReport.RequireNone(scenario.Outcome.Failures);
    }
}
