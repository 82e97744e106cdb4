namespace Unfold.Reliability.Tests;

/// <summary>A damaged checkpoint is never gone on from.</summary>
public sealed class DamageTests
{
    [LinuxFact]
    public void Bytes_are_flipped_and_ends_cut_off()
    {
        using var folder = new TemporaryFolder();
        var scenario = new DamageScenario(folder, ChaosSize.Times(20, 200), runs: ChaosSize.IsFull ? 10 : 1);
        scenario.Run();
        ChaosReport.Row("damaged checkpoints", $"{scenario.Outcome}");
        ChaosReport.RequireNone(scenario.Outcome.Failures);
        Assert.Equal((scenario.Outcome.Flips.All, scenario.Outcome.Cuts.All), (scenario.Outcome.Flips.Noticed, scenario.Outcome.Cuts.Noticed));
    }
}
