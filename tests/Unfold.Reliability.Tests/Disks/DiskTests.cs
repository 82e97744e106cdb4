namespace Unfold.Reliability.Tests;

/// <summary>A full disk costs no more than the time until there is room.</summary>
public sealed class DiskTests
{
    [SkippableFact]
    public void Filled_at_random_moments()
    {
        using var folder = new TemporaryFolder();
        var scenario = new DiskScenario(folder, ChaosSize.Times(2, 50));
        scenario.Run();
        ChaosReport.Row("disk full", $"{scenario.Outcome}");
        ChaosReport.RequireNone(scenario.Outcome.Failures);
    }
}
