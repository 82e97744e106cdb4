namespace Unfold.Cli.Tests;

/// <summary>What <c>--accept</c> writes and what it leaves alone, as a user runs it.</summary>
public sealed class AcceptanceTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Figures_within_tolerance_stay_and_a_file_that_would_say_the_same_is_not_touched()
    {
        Assert.Equal(ExitCode.Done, _place.Unfold("run", "tiny.json").ExitCode);
        Assert.Equal(ExitCode.Done, Accept().ExitCode);
        Assert.Contains("\"device\": \"cpu\"", File.ReadAllText(_place.Expected), StringComparison.Ordinal);

        // Within 1 %, and laid out by hand.
        _place.Edit(json => json["runs"]![0]!["metrics"]!["test.mse"] = 1.005 * (double)json["runs"]![0]!["metrics"]!["test.mse"]!);
        File.AppendAllText(_place.Expected, "\n\n");
        File.SetLastWriteTimeUtc(_place.Expected, DateTime.UnixEpoch);
        var before = File.ReadAllText(_place.Expected);
        var again = Accept();
        Assert.Contains("nothing to accept: every figure of mean, trained is within its tolerance", again.Output, StringComparison.Ordinal);
        Assert.Equal((before, DateTime.UnixEpoch), (File.ReadAllText(_place.Expected), File.GetLastWriteTimeUtc(_place.Expected)));

        // Beyond it, in one of two variants.
        _place.Edit(json => json["runs"]![1]!["metrics"]!["test.mse"] = 0.5);
        Assert.Contains("accepted: trained in ", Accept().Output, StringComparison.Ordinal);
        Assert.Contains(Line(before, "test.mse"), File.ReadAllText(_place.Expected), StringComparison.Ordinal);
        Assert.DoesNotContain("0.5,", File.ReadAllText(_place.Expected), StringComparison.Ordinal);

        Assert.Contains("accepted: mean in ", Accept("--force").Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Line(before, "test.mse"), File.ReadAllText(_place.Expected), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, _place.UnfoldWithoutTorch("verify", "tiny.json", "--stored", "--force").ExitCode);
    }

    private ProgramResult Accept(params string[] flags) => _place.UnfoldWithoutTorch(["verify", "tiny.json", "--stored", "--accept", .. flags]);

    private static string Line(string text, string metric) => text.Split('\n').First(l => l.Contains($"\"{metric}\"", StringComparison.Ordinal)).Trim();
}
