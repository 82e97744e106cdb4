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
}
