namespace Unfold.Specs.Tests;

public sealed class ExpectReaderTests
{
    [Fact]
    public void Tolerances_and_claims_are_read()
    {
        var expect = ExpectReader.Parse("""{ "tolerances": { "test.mse": { "abs": 1e-4, "rel": 0.02 } }, "claims": ["a.test.mse < b-c.test.mse"] }""");
        Assert.Equal(new MetricTolerance("test.mse", 1e-4, 0.02), expect.ToleranceOf("test.mse"));
        var claim = Assert.Single(expect.Claims);
        Assert.Equal(new ClaimOperand("b-c", "test.mse"), claim.Right);
        Assert.True(claim.Holds(1, 2));
        Assert.False(claim.Holds(2, 1));
        Assert.False(claim.Holds(double.NaN, 1));
    }

    [Fact]
    public void A_claim_may_say_in_words_what_it_means()
    {
        var claims = ExpectReader.Parse("""{ "claims": [{ "claim": "a.test.mse < b.test.mse", "says": "A is better" }, "a.test.mse < c.test.mse"] }""").Claims;
        Assert.Equal(["A is better", null], claims.Select(c => c.Says));
        Assert.Equal("a.test.mse < b.test.mse", claims[0].ToString());
    }

    [Theory]
    [InlineData("true", ClaimExpectation.Holds)]
    [InlineData("false", ClaimExpectation.DoesNotHold)]
    [InlineData("\"in part\"", ClaimExpectation.HoldsInPart)]
    [InlineData("\"undecided\"", ClaimExpectation.NotDecided)]
    public void A_claim_says_what_is_known_of_it(string holds, ClaimExpectation expected) => Assert.Equal(
        expected, Assert.Single(ExpectReader.Parse($$"""{ "claims": [{ "claim": "a.test.mse < b.test.mse", "holds": {{holds}} }] }""").Claims).Expected);

    [Theory]
    [InlineData("\"value\": 0, \"orBetter\": true", "no 'parameters.count' is better than another")]
    [InlineData("\"value\": 0, \"orBetter\": 1", "'orBetter' is true or false")]
    [InlineData("\"value\": 0, \"source\": \" \"", "'source' is empty")]
    public void A_bound_needs_a_metric_with_a_better_side_and_a_source_says_something(string expected, string said) =>
        Assert.Contains(said, Assert.Throws<ArgumentException>(() => ExpectReader.Parse($$"""{ "metrics": { "a": { "parameters.count": { {{expected}} } } } }""")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_metric_without_a_tolerance_has_the_default() =>
        Assert.Equal(new MetricTolerance("parameters.count", 0, 0), Expectations.None.ToleranceOf("parameters.count"));

    [Theory]
    [InlineData(null, 0, 2e-3)]
    [InlineData("cpu", 0, 2e-3)]
    [InlineData("cuda:1", 1e-5, 0)] // said anew: rel of the others is not added
    public void A_tolerance_may_be_another_on_a_class_of_devices(string? device, double absolute, double relative)
    {
        var tolerance = ExpectReader.Parse("""{ "tolerances": { "test.mse": { "rel": 2e-3, "cuda": { "abs": 1e-5 } } } }""").ToleranceOf("test.mse", device);
        Assert.Equal((absolute, relative), (tolerance.Absolute, tolerance.Relative));
    }

    [Fact]
    public void Where_only_a_class_of_devices_has_a_tolerance_the_others_have_the_default()
    {
        var expect = ExpectReader.Parse("""{ "tolerances": { "test.mse": { "cuda": { "rel": 0.5 } }, "test.psnr": {} } }""");
        Assert.Equal(MetricTolerance.Default("test.mse"), expect.ToleranceOf("test.mse", "cpu"));
        Assert.Equal(MetricTolerance.Default("test.psnr"), expect.ToleranceOf("test.psnr", "cuda"));
        Assert.Equal(0.5, expect.ToleranceOf("test.mse", "cuda").Relative);
    }

    [Theory]
    [InlineData("test.loss.log-cosh", 0, 0.01)]
    [InlineData("generalization.gap.huber", 1e-4, 0.01)]
    [InlineData("robustness.sigma-1e-2.psnr", 0.05, 0)]
    [InlineData("robustness.sigma-1e-2.mse", 0, 0.01)]
    [InlineData("stability.gradient_norm.max", 0, 0.1)]
    public void Metrics_that_a_spec_brings_about_have_a_default_by_their_unit(string metric, double absolute, double relative) =>
        Assert.Equal(new MetricTolerance(metric, absolute, relative), Expectations.None.ToleranceOf(metric));

    [Theory]
    [InlineData("""{ "tolerance": {} }""", "UFX003", "'tolerances'")]
    [InlineData("""{ "tolerances": { "test.msee": { "abs": 1 } } }""", "UFX011", "'test.mse'")]
    [InlineData("""{ "tolerances": { "time.train_s": { "abs": 1 } } }""", "UFX011", "time.train_s")]
    [InlineData("""{ "tolerances": { "test.mse": 0.1 } }""", "UFX005", "abs")]
    [InlineData("""{ "tolerances": { "test.mse": { "abs": -1 } } }""", "UFX006", "at least 0")]
    [InlineData("""{ "tolerances": { "test.mse": { "absolute": 1 } } }""", "UFX003", "abs")]
    [InlineData("""{ "tolerances": { "test.mse": { "cudaa": { "abs": 1 } } } }""", "UFX003", "'cuda'")]
    [InlineData("""{ "tolerances": { "test.mse": { "cuda": 0.1 } } }""", "UFX005", "the tolerance for 'cuda' is an object")]
    [InlineData("""{ "tolerances": { "test.mse": { "cuda": { "cpu": {} } } } }""", "UFX003", "a tolerance for 'cuda' has no 'cpu'")]
    [InlineData("""{ "tolerances": { "test.mse": { "cuda": { "rel": -1 } } } }""", "UFX006", "at least 0")]
    [InlineData("""{ "claims": ["only.test.mse < other.test.mse"] }""", "UFX010", "'other'")]
    [InlineData("""{ "claims": ["only.test.mse = only.test.psnr"] }""", "UFX010", "a claim is")]
    [InlineData("""{ "claims": ["only.test.mse < only.test.snr"] }""", "UFX011", "'test.psnr'")]
    [InlineData("""{ "claims": ["only.test.loss.mse < only.test.loss.huber"] }""", "UFX010", "cannot be compared")]
    [InlineData("""{ "claims": ["only.robustness.x.test < only.test.psnr"] }""", "UFX011", "robustness.x.test")]
    [InlineData("""{ "claims": ["only.robustness.psnr < only.test.psnr"] }""", "UFX011", "robustness.psnr")]
    [InlineData("""{ "claims": "only.test.mse < only.test.psnr" }""", "UFX005", "array")]
    [InlineData("""{ "claims": [{ "claim": "only.test.mse < only.train.mse", "says": 3 }] }""", "UFX005", "'says' is a text")]
    [InlineData("""{ "claims": [{ "claim": "only.test.mse < only.train.mse", "says": " " }] }""", "UFX006", "'says' is empty")]
    [InlineData("""{ "claims": [{ "claim": "only.test.mse < only.train.mse", "say": "x" }] }""", "UFX003", "'says'")]
    [InlineData("""{ "claims": [{ "claim": "only.test.mse < only.train.mse", "holds": "partly" }] }""", "UFX005", "\"in part\"")]
    [InlineData("[]", "UFX005", "object")]
    public void A_mistake_is_told_at_its_place(string expect, string code, string said)
    {
        var text = Specimen.Text("null", "\"seed\": 0").Replace("{ \"v\": {} }", $$"""{ "only": {} }, "expect": {{expect}}""", StringComparison.Ordinal);
        var found = Assert.Single(ExperimentReader.Read("x.json", "x", text, Specimen.Schemas).Diagnostics);
        Assert.Equal(code, found.Code);
        Assert.Contains(said, found.Message, StringComparison.Ordinal);
        Assert.InRange(found.Span.Start, text.IndexOf("expect", StringComparison.Ordinal), text.Length);
    }

    [Fact]
    public void The_writer_gives_back_what_the_parser_read() =>
        Assert.Equal(
            """{"a": [1e-3, "x\"y"], "b": {"c": null}}""",
            SpecWriter.Write(SpecParser.Parse("x.json", """{ "a": [1e-3, "x\"y"], /* no */ "b": { "c": null } }""").Root!));
}
