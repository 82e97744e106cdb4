using Newtonsoft.Json.Linq;

namespace Unfold.Cli.Tests;

/// <summary>What reads run folders, as a user runs it.</summary>
public sealed class ReportAndCompareTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Reports_and_comparisons_need_the_folders_alone()
    {
        Assert.Equal(ExitCode.Done, _place.Unfold("run", "tiny.json", "--threads", "1").ExitCode);
        var page = Path.Combine(_place.Root, "runs", "tiny", "report.html");
        Assert.Contains("unfold run tiny.json --threads 1 --force", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Contains("1 shared seed, 6 are needed", File.ReadAllText(page), StringComparison.Ordinal);

        // A part of the experiment that is run again does not push the rest out of the report.
        Assert.Equal(ExitCode.Done, _place.Unfold("run", "tiny.json", "--variant", "mean", "--force").ExitCode);
        Assert.Contains("<span>trained</span>", File.ReadAllText(page), StringComparison.Ordinal);
        // Each with its own command, and the file by which the experiment is known.
        Assert.Contains("unfold run tiny.json --threads 1 --force; unfold run tiny.json --variant mean --force", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Contains("unfold verify tiny.json", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Contains("unfold report tiny.json", File.ReadAllText(Path.Combine(_place.Root, "runs", "tiny", "report.tex")), StringComparison.Ordinal);
        Assert.Contains($"{DateTime.UtcNow:yyyy-}", File.ReadAllText(Path.Combine(_place.Root, "runs", "tiny", "report.md")), StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, _place.UnfoldWithoutTorch("report", "tiny.json").ExitCode);
        Assert.Contains("not decided", File.ReadAllText(page), StringComparison.Ordinal);
        File.Delete(Path.Combine(_place.Root, "tiny.json"));
        var undeclared = _place.UnfoldWithoutTorch("report", "tiny");
        Assert.True(undeclared.ExitCode == ExitCode.Done, undeclared.Text);
        Assert.Equal("", undeclared.Error);
        Assert.Contains("not declared here any more", File.ReadAllText(page), StringComparison.Ordinal);

        var compared = _place.UnfoldWithoutTorch("compare", "tiny/mean", "tiny/trained");
        Assert.True(compared.ExitCode == ExitCode.Done, compared.Text);
        Assert.Matches("architecture.use +mean +deconet", compared.Output);
        var json = JObject.Parse(_place.UnfoldWithoutTorch("compare", "tiny/mean", "tiny/trained", "--json").Output);
        Assert.Equal(["tiny/mean", "tiny/trained"], json["sides"]!.Select(s => (string)s["name"]!));
        Assert.Contains(json["comparisons"]![0]!["metrics"]!, m => (string)m["metric"]! == "test.mse" && !(bool)m["separates"]!);

        var several = _place.UnfoldWithoutTorch("compare", "tiny", "tiny/mean");
        Assert.Equal(ExitCode.Usage, several.ExitCode);
        Assert.Contains("error UFR008", several.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_that_are_not_of_the_declaration_are_left_out_and_said_to_be()
    {
        Assert.Equal(ExitCode.Done, _place.Unfold("run", "tiny.json", "--variant", "mean").ExitCode);
        Assert.Equal(ExitCode.Done, _place.Unfold("run", "tiny.json", "--variant", "mean", "measurement.ratio=0.5,0.3").ExitCode);
        Assert.Equal(ExitCode.Done, _place.Unfold("run", "tiny.json", "--variant", "mean", "seed=7").ExitCode);
        // The same cell and seed of another spec, later: the declared one counts.
        _place.Replace("\"test\": 32", "\"test\": 16");
        Assert.Equal(ExitCode.Done, _place.Unfold("run", "tiny.json", "--variant", "mean").ExitCode);
        _place.Replace("\"test\": 16", "\"test\": 32");

        var report = _place.UnfoldWithoutTorch("report", "tiny.json");
        Assert.True(report.ExitCode == ExitCode.Done, report.Text);
        Assert.Contains("left out: 2 runs of cells that the experiment does not declare: mean[", report.Error, StringComparison.Ordinal);
        Assert.Contains("left out: 1 run of seeds that the experiment does not declare: mean", report.Error, StringComparison.Ordinal);
        var markdown = File.ReadAllText(Path.Combine(_place.Root, "runs", "tiny", "report.md"));
        Assert.Contains("left out: 2 runs", markdown, StringComparison.Ordinal);
        Assert.Contains("no completed run of trained", markdown, StringComparison.Ordinal);
        Assert.Contains("| mean | 1 |", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("of another spec", markdown, StringComparison.Ordinal);

        _place.Replace("\"train\": 64", "\"train\": 32");
        var edited = _place.UnfoldWithoutTorch("report", "tiny.json");
        Assert.Contains("left out: 1 run of another spec than the one that is declared now: mean", edited.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Environment, edited.ExitCode);
    }
}
