using Newtonsoft.Json.Linq;

namespace Unfold.Cli.Tests;

/// <summary>The command as a user runs it, on an experiment of seconds.</summary>
public sealed class LandscapeCommandTests : IDisposable
{
    private static readonly string[] Small = ["--points", "3", "--eigenvalues", "0", "--threads", "1"];

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_run_is_found_by_experiment_variant_and_folder_and_taken_once()
    {
        Assert.Equal(ExitCode.Done, _place.Unfold("run", "tiny.json", "--threads", "1").ExitCode);

        // The experiment's file is not needed any more.
        File.Delete(Path.Combine(_place.Root, "tiny.json"));
        var first = _place.Unfold(["landscape", "tiny", .. Small]);
        Assert.True(first.ExitCode == ExitCode.Done, first.Text);
        Assert.Contains("[tiny/mean seed 0] left out", first.Error, StringComparison.Ordinal);
        Assert.Contains("[tiny/trained seed 0] point 9/9", first.Error, StringComparison.Ordinal);
        Assert.Matches("trained seed 0 +[0-9.]+ +[0-9.]+ +[0-9.E-]+ +[0-9.E-]+ +–", first.Output);
        Assert.All(first.Output.ReplaceLineEndings("\n").Split('\n'), line => Assert.InRange(line.Length, 0, 80));

        var folder = Assert.Single(Directory.GetDirectories(Path.Combine(_place.Root, "runs", "tiny", "trained")));
        foreach (var name in new[] { "tiny/trained", folder, folder + "/", "tiny.json" })
        {
            var again = _place.Unfold(["landscape", name, .. Small, "--json"]);
            Assert.True(again.ExitCode == ExitCode.Done, again.Text);
            Assert.Contains("taken before, not repeated", again.Error, StringComparison.Ordinal);
            var landscape = Assert.Single(JObject.Parse(again.Output)["landscapes"]!);
            Assert.Equal(4, landscape["landscape"]!["surfaces"]!.Count());
            Assert.True(File.Exists(Path.Combine(_place.Root, (string)landscape["file"]!)));
        }
    }

    [Theory]
    [InlineData("error UFX040: --points is 4", "tiny", "--points", "4")]
    [InlineData("--radius takes a number, not 'far'", "tiny", "--radius", "far")]
    [InlineData("error UFR005: 'tiny' is no folder of a finished run", "tiny", "--points", "3")]
    public void Mistakes_are_told(string message, params string[] arguments)
    {
        var result = _place.Unfold(["landscape", .. arguments]);
        Assert.NotEqual(ExitCode.Done, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_alone_is_an_error()
    {
        Assert.Equal(ExitCode.Done, _place.Unfold("run", "tiny.json", "--variant", "mean").ExitCode);
        var result = _place.Unfold(["landscape", "tiny/mean", .. Small]);
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("error UFX041", result.Error, StringComparison.Ordinal);
    }
}
