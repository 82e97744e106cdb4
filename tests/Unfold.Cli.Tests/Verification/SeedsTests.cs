using Newtonsoft.Json.Linq;

namespace Unfold.Cli.Tests;

/// <summary>Several seeds: what is said over them, and that none is missing or too many; as a user runs it.</summary>
public sealed class SeedsTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Figures_over_the_seeds_are_shown_and_a_wrong_number_of_seeds_fails()
    {
        _place.Seeds(2);
        var accepted = _place.Unfold("verify", "tiny.json", "--accept", "--keep");
        Assert.True(accepted.ExitCode == ExitCode.Done, accepted.Text);
        var verified = Stored();
        Assert.True(verified.ExitCode == ExitCode.Done, verified.Text);
        Assert.Matches(@"variant +metric +mean +deviation +95 % interval +n\nmean +test.mse .* 2\nmean +test.psnr .* 2\ntrained +test.mse .* 2\n", verified.Output.ReplaceLineEndings("\n"));
        var statistics = JObject.Parse(Stored("--json").Output)["statistics"]!.Single(s => (string?)s["variant"] == "trained" && (string?)s["metric"] == "train.loss");
        Assert.Equal(2, (int)statistics["count"]!);
        Assert.True((double)statistics["interval"]!["lower"]! < (double)statistics["mean"]! && (double)statistics["deviation"]! > 0);

        // Declared are fewer than are kept and accepted, then more.
        _place.Replace("\"seeds\": 2", "\"seeds\": 1");
        var surplus = Stored();
        Assert.Equal(ExitCode.Differs, surplus.ExitCode);
        Assert.Contains("mean seed 1: the spec does not declare its seed 1", surplus.Output, StringComparison.Ordinal);
        _place.Replace("\"seeds\": 1", "\"seeds\": 3");
        var missing = Stored();
        Assert.Equal(ExitCode.Differs, missing.ExitCode);
        Assert.Contains("trained seed 2: the spec declares its seed 2, of which there is no run", missing.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Stored("--seeds", "2").ExitCode);
        Assert.Equal(ExitCode.Done, Stored("--seeds", "1").ExitCode);
    }

    [Fact]
    public void Runs_that_somebody_tried_with_another_seed_are_left_out_and_said_to_be()
    {
        Assert.Equal(ExitCode.Done, _place.Unfold("run", "tiny.json").ExitCode);
        Assert.Equal(ExitCode.Done, _place.Unfold("run", "tiny.json", "--variant", "mean", "seed=7").ExitCode);
        Assert.Equal(ExitCode.Done, Stored("--accept").ExitCode);
        var verified = Stored();
        Assert.True(verified.ExitCode == ExitCode.Done, verified.Text);
        Assert.Contains("left out: 1 run of seeds that the experiment does not declare: mean", verified.Error, StringComparison.Ordinal);
    }

    private ProgramResult Stored(params string[] flags) => _place.UnfoldWithoutTorch(["verify", "tiny.json", "--stored", .. flags]);
}
