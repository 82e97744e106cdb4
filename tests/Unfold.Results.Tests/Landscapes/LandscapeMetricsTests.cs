using Unfold.Specs;

namespace Unfold.Results.Tests.Landscapes;

public sealed class LandscapeMetricsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_has_the_figures_of_its_landscape_and_they_are_not_accepted_with_it()
    {
        File.WriteAllText(Path.Combine(_folder.Path, RunFiles.Results), ResultsJson.Indented(Specimen.Run("a", 1)));
        Assert.DoesNotContain(StoredRun.Read(_folder.Path).Result.Metrics, m => m.Key.StartsWith("landscape.", StringComparison.Ordinal));

        File.WriteAllText(Path.Combine(_folder.Path, RunFiles.Landscape), ResultsJson.Indented(Landscape));
        var result = StoredRun.Read(_folder.Path).Result;
        Assert.Equal(0.25, result.Metrics[LandscapeMetrics.BatchRoughness]);
        Assert.Equal(0.5, result.Metrics[LandscapeMetrics.TestRoughness]);
        Assert.Equal(0.1, result.Metrics["landscape.roughness.batch.mse"]);
        Assert.Equal(7, result.Metrics[LandscapeMetrics.Sharpness]);
        Assert.Equal(4, result.Metrics.Count(m => m.Key.StartsWith("landscape.", StringComparison.Ordinal)));
        Assert.DoesNotContain(ExpectedRun.Of(result).Metrics, m => m.Key.StartsWith("landscape.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_with_a_landscape_that_is_adopted_under_another_name_can_be_read()
    {
        var key = new RunKey("demo", "a", 0, Specimen.Hash);
        using var first = RunDirectory.Open(_folder.Path, key, "{}\n");
        first.Write(RunFiles.Results, Specimen.Run("a", 1));
        first.Write(RunFiles.Landscape, Landscape);

        var adopted = RunFolders.Adopt(_folder.Path, key with { Name = "b" }, first.Folder, raw => raw with { Variant = "b" });
        Assert.False(File.Exists(Path.Combine(adopted, RunFiles.Lock)));
        var stored = StoredRun.Read(adopted);
        Assert.Equal(("b", 0.25), (stored.Result.Name, stored.Result.Metrics[LandscapeMetrics.BatchRoughness]));
        var results = Path.Combine(adopted, RunFiles.Results);
        Assert.DoesNotContain("landscape.", File.ReadAllText(results), StringComparison.Ordinal);

        // As an older Unfold adopted it, merged.
        File.WriteAllText(results, ResultsJson.Indented(stored.Result));
        Assert.Equal(0.25, StoredRun.Read(adopted).Result.Metrics[LandscapeMetrics.BatchRoughness]);
    }

    [Fact]
    public void A_claim_about_landscapes_is_judged_only_where_they_were_taken()
    {
        var expect = ExpectReader.Parse("""{ "claims": ["a.landscape.roughness.test < b.landscape.roughness.test"] }""");
        RunResult[] runs = [Specimen.Run("a", 1), Specimen.Run("b", 3)];
        Assert.Equal((true, false, true), Checked(areLandscapesDue: false));
        Assert.Equal((false, false, true), Checked(areLandscapesDue: true));
        runs[0].Metrics[LandscapeMetrics.TestRoughness] = 0.5;
        Assert.Equal((true, false, true), Checked(areLandscapesDue: false));
        Assert.Equal((false, false, true), Checked(areLandscapesDue: true));

        runs[1].Metrics[LandscapeMetrics.TestRoughness] = 0.4;
        Assert.False(Assert.Single(Verification.Of("x", Specimen.Accepted(runs), expect, runs).Claims).Holds);

        (bool Passes, bool IsChecked, bool LacksLandscapes) Checked(bool areLandscapesDue)
        {
            var check = Assert.Single(Verification.Of("x", Specimen.Accepted(runs), expect, runs, new VerificationScope { AreLandscapesDue = areLandscapesDue }).Claims);
            return (check.Passes, check.IsChecked, check.LacksLandscapes);
        }
    }

    private static LossLandscape Landscape => new()
    {
        Seed = 0,
        Offsets = [-1, 0, 1],
        DirectionCosine = 0,
        Surfaces = [Surface("batch", "train", 0.25), Surface("batch", "mse", 0.1), Surface("test", "train", 0.5)],
        HessianEigenvalues = [7, 3],
    };

    private static LandscapeSurface Surface(string split, string loss, double roughness) => new(split, loss, [[1, 1, 1], [1, 1, 1], [1, 1, 1]], roughness);
}
