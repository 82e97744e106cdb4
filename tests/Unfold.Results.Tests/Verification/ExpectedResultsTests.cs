using Newtonsoft.Json.Linq;
using Unfold.Specs;

namespace Unfold.Results.Tests;

public sealed class ExpectedResultsTests
{
    [Fact]
    public void The_file_lies_beside_the_spec() => Assert.Equal("/a/b/demo.v2.expected.json", ExpectedResults.FileOf("/a/b/demo.v2.json"));

    [Fact]
    public void What_is_written_reads_back_bit_for_bit_and_writes_the_same_file_again()
    {
        using var folder = new TemporaryFolder();
        var values = new[] { 0.1 + 0.2, 1e-17, 5.0, double.NaN, double.PositiveInfinity, Math.PI };
        var run = Specimen.Run("a", 0) with { Metrics = Specimen.Metrics([.. values.Select((v, i) => ($"m{i}", v))]) };
        Specimen.Accepted(run).Write(folder["demo.expected.json"]);
        var read = ExpectedResults.Read(folder["demo.expected.json"]);
        read.Write(folder["again.expected.json"]);

        Assert.Equal(values, Assert.Single(read.Runs).Metrics.Values);
        Assert.Equal(File.ReadAllBytes(folder["demo.expected.json"]), File.ReadAllBytes(folder["again.expected.json"]));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void Only_what_does_not_depend_on_the_machine_is_accepted()
    {
        using var folder = new TemporaryFolder();
        Specimen.Accepted(Specimen.Run("a", 0.25)).Write(folder["demo.expected.json"]);
        var json = JObject.Parse(File.ReadAllText(folder["demo.expected.json"]));
        Assert.Equal(["schema", "experiment", "runs"], json.Properties().Select(p => p.Name));
        Assert.True(JToken.DeepEquals(JObject.Parse($$"""{ "variant": "a", "seed": 0, "specSha256": "{{Specimen.Hash}}", "metrics": { "test.mse": 0.25 } }"""), json["runs"]![0]));
    }

    [Fact]
    public void Accepting_some_variants_leaves_the_others_and_forgets_those_that_the_spec_lost()
    {
        var before = Specimen.Accepted(Specimen.Run("gone", 1), Specimen.Run("b", 2), Specimen.Run("a", 3), Specimen.Run("a", 4, seed: 1));
        var after = ExpectedResults.Accept(before, "demo", ["a", "b", "c"], [Specimen.Run("c", 5), Specimen.Run("a", 6)]);
        Assert.Equal([("a", 6.0), ("b", 2.0), ("c", 5.0)], after.Runs.Select(r => (r.Variant, r.Metrics[MetricNames.TestMse])));
    }

    [Fact]
    public void What_is_within_its_tolerance_stays_and_the_rest_is_taken()
    {
        var before = Specimen.Accepted(Both(1, 20), Both(1, 20) with { Seed = 1 });
        var after = Accept(before, Both(1.05, 20.5), Both(1.2, 20.5) with { Seed = 1 });
        Assert.Equal([(1.0, 20.0), (1.2, 20.0)], after.Runs.Select(r => (r.Metrics[MetricNames.TestMse], r.Metrics[MetricNames.TestPsnr])));
        Assert.Equal(["a"], after.ChangedSince(before));
        Assert.False(after.IsSameAs(before));
    }

    [Fact]
    public void Where_all_is_within_its_tolerance_nothing_changes_and_without_tolerances_everything_is_taken()
    {
        var before = Specimen.Accepted(Both(1, 20));
        Assert.True(Accept(before, Both(1.05, 20.5)).IsSameAs(before));
        Assert.Empty(Accept(before, Both(1.05, 20.5)).ChangedSince(before));
        Assert.Equal(1.05, ExpectedResults.Accept(before, "demo", ["a"], [Both(1.05, 20.5)]).Runs[0].Metrics[MetricNames.TestMse]);
    }

    [Fact]
    public void Of_another_identity_of_a_new_seed_and_of_new_or_lost_metrics_everything_is_taken()
    {
        var before = Specimen.Accepted(Both(1, 20));
        Assert.Equal(1.05, Accept(before, Both(1.05, 20) with { SpecSha256 = new string('b', 64) }).Runs[0].Metrics[MetricNames.TestMse]);
        Assert.Equal([1, 1.05], Accept(before, Both(1.05, 20), Both(1.05, 20) with { Seed = 1 }).Runs.Select(r => r.Metrics[MetricNames.TestMse]));
        Assert.Equal([MetricNames.TestMse, MetricNames.TestSsim], Accept(before, Specimen.Run("a", 0) with { Metrics = Specimen.Metrics((MetricNames.TestMse, 1.05), (MetricNames.TestSsim, 0.9)) }).Runs[0].Metrics.Keys);
        Assert.Equal(["a"], Accept(before with { Runs = [.. before.Runs, before.Runs[0] with { Seed = 1 }] }, Both(1, 20)).ChangedSince(before with { Runs = [.. before.Runs, before.Runs[0] with { Seed = 1 }] }));
    }

    [Fact]
    public void A_figure_that_is_not_a_number_is_taken() =>
        Assert.Equal(1, Accept(Specimen.Accepted(Both(double.NaN, 20)), Both(1, 20)).Runs[0].Metrics[MetricNames.TestMse]);

    [Fact]
    public void The_class_of_device_is_accepted_with_a_run_and_figures_of_two_classes_are_not_mixed()
    {
        var before = Specimen.Accepted(Both(1, 20) with { Device = "cpu" });
        Assert.Equal("cpu", before.Runs[0].Device);
        Assert.Equal(before.Runs[0], Accept(before, Both(1.05, 20.5) with { Device = "cuda:0" }).Runs[0]);

        var moved = Accept(before, Both(1.2, 20.5) with { Device = "cuda:0" }).Runs[0];
        Assert.Equal(("cuda", 1.2, 20.5), (moved.Device, moved.Metrics[MetricNames.TestMse], moved.Metrics[MetricNames.TestPsnr]));

        // Files of an older Unfold do not say, and are not written anew to say it.
        var older = Specimen.Accepted(Both(1, 20));
        Assert.True(Accept(older, Both(1.05, 20.5) with { Device = "cpu" }).IsSameAs(older));
        Assert.Equal(("cpu", 20.0), Accept(older, Both(1.2, 20.5) with { Device = "cpu" }).Runs[0] is var run ? (run.Device, run.Metrics[MetricNames.TestPsnr]) : default);
    }

    [Theory]
    [InlineData("{ \"schema\": 1, \"runs\": [")]
    [InlineData("{ \"schema\": 2, \"experiment\": \"demo\", \"runs\": [] }")]
    [InlineData("{ \"schema\": 1, \"experiment\": \"demo\" }")]
    [InlineData("{ \"schema\": 1, \"experiment\": \"demo\", \"runs\": [ { \"variant\": \"a\", \"specSha256\": \"short\", \"metrics\": {} } ] }")]
    [InlineData("")]
    public void A_damaged_file_is_said_to_be_damaged(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["demo.expected.json"], text);
        var error = Assert.Throws<ResultsException>(() => ExpectedResults.Read(folder["demo.expected.json"]));
        Assert.Equal("UFR003", error.Code);
        Assert.Contains("demo.expected.json", error.Message, StringComparison.Ordinal);
        Assert.Contains("--accept", error.Mend, StringComparison.Ordinal);
    }

    private static ExpectedResults Accept(ExpectedResults before, params RunResult[] runs) =>
        ExpectedResults.Accept(before, "demo", ["a"], runs, ExpectReader.Parse("""{ "tolerances": { "test.mse": { "rel": 0.1 }, "test.psnr": { "abs": 1 } } }"""));

    private static RunResult Both(double mse, double psnr) => Specimen.Run("a", 0) with { Metrics = Specimen.Metrics((MetricNames.TestMse, mse), (MetricNames.TestPsnr, psnr)) };
}
