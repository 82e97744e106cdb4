using Newtonsoft.Json.Linq;

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
}
