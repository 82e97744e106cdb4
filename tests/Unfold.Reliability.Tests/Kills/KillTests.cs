namespace Unfold.Reliability.Tests;

/// <summary>A process that is killed loses no more than what it did since its last checkpoint.</summary>
public sealed class KillTests
{
    [LinuxFact]
    public void Killed_at_random_moments()
    {
        using var folder = new TemporaryFolder();
        var scenario = new KillScenario(folder, ChaosSize.Times(8, 1000));
        scenario.Run();
        ChaosReport.Row("SIGKILL", $"{scenario.Outcome}");
        ChaosReport.RequireNone(scenario.Outcome.Failures);
    }
}
