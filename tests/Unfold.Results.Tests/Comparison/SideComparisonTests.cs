namespace Unfold.Results.Tests;

public sealed class SideComparisonTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-compare-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_side_is_a_run_or_all_seeds_of_a_variant()
    {
        Write("a", 0, 1);
        var one = Write("a", 1, 2);
        Assert.Equal([0, 1], Side("demo/a").Runs.Select(r => r.Result.Seed));
        Assert.Equal([1], ComparisonSide.Find("nowhere", one).Runs.Select(r => r.Result.Seed));
    }

    [Fact]
    public void The_latest_run_of_a_seed_counts()
    {
        File.SetLastWriteTimeUtc(Path.Combine(Write("a", 0, 1), RunFiles.Results), DateTime.UtcNow.AddHours(-1));
        Write("a", 0, 2, suffix: "-2");
        Assert.Equal(2, Assert.Single(Side("demo/a").Runs).Result.Metrics[MetricNames.TestMse]);
    }

    [Fact]
    public void What_is_not_one_variant_is_told_with_those_that_are_there()
    {
        Write("a[layers=2]", 0, 1, variant: "a");
        Write("a[layers=4]", 0, 1, variant: "a");
        Write("b", 0, 1);
        Assert.Contains("name one: demo/a[layers=2], demo/a[layers=4], demo/b", Assert.Throws<ResultsException>(() => Side("demo")).Message + Assert.Throws<ResultsException>(() => Side("demo")).Mend, StringComparison.Ordinal);
        Assert.Contains("name one: demo/a[layers=2], demo/a[layers=4]", Assert.Throws<ResultsException>(() => Side("demo/a")).Mend, StringComparison.Ordinal);
        Assert.Equal("UFR008", Assert.Throws<ResultsException>(() => Side("demo/c")).Code);
        Assert.Equal("UFR008", Assert.Throws<ResultsException>(() => Side("other")).Code);
    }

    [Fact]
    public void Specs_differ_by_path_and_seeds_do_not_count()
    {
        Write("a", 0, 1, spec: """{ "seed": 0, "architecture": { "use": "deconet", "layers": 5 } }""");
        Write("b", 1, 1, spec: """{ "seed": 1, "architecture": { "use": "deconet", "layers": 10 } }""");
        Assert.Equal(new Difference("architecture.layers", "5", "10", 5, 0), Assert.Single(SideComparison.Of(Side("demo/a"), Side("demo/b")).Spec));
    }

    [Fact]
    public void Shared_seeds_are_paired_and_six_of_them_may_separate()
    {
        for (var seed = 0; seed < 6; seed++)
        {
            Write("a", seed, 1 + seed);
            Write("b", seed, 1.1 + seed + (0.01 * seed));
        }

        var compared = SideComparison.Of(Side("demo/a"), Side("demo/b")).Metrics.Single(m => m.Metric == MetricNames.TestMse);
        Assert.True(compared.Separates);
        Assert.Equal(0.125, compared.Difference, 1e-12);
        Assert.Null(compared.Welch);
        // The seeds differ far more than the variants: without pairs nothing would be seen.
        Assert.True(WelchTTest.Of(compared.Left!, compared.Right!)!.PValue > 0.8);
    }

    [Fact]
    public void Without_shared_seeds_the_sides_are_compared_as_they_are()
    {
        for (var seed = 0; seed < 3; seed++)
        {
            Write("a", seed, 1 + (0.01 * seed));
            Write("b", 10 + seed, 2 + (0.01 * seed));
        }

        var compared = SideComparison.Of(Side("demo/a"), Side("demo/b")).Metrics.Single(m => m.Metric == MetricNames.TestMse);
        Assert.NotNull(compared.Welch);
        Assert.True(compared.PValue < 0.001);
        Assert.False(compared.Separates);
    }

    private ComparisonSide Side(string name) => ComparisonSide.Find(_folder.FullName, name);

    private string Write(string name, int seed, double mse, string suffix = "", string spec = "{}", string? variant = null)
    {
        var folder = Path.Combine(_folder.FullName, "demo", name, $"{seed}-aaaaaaaaaaaa{suffix}");
        AtomicFile.Write(Path.Combine(folder, RunFiles.Results), ResultsJson.Indented(Specimen.Run(variant ?? name, mse, seed) with { Cell = variant is null ? null : name }));
        AtomicFile.Write(Path.Combine(folder, RunFiles.Spec), spec);
        return folder;
    }
}
