namespace Unfold.Specs.Tests;

/// <summary>Successive halving as a spec says it.</summary>
public sealed class HalvingTests
{
    private const string Axis = """ "architecture.layers": [1, 2] """;

    [Theory]
    [InlineData("""{ "metric": "validation.psnr", "from": 2, "factor": 4 }""", "validation.psnr", 2, 4)]
    [InlineData("""{ "from": 1 }""", "validation.mse", 1, 3)]
    public void It_is_read_beside_the_axes(string halving, string metric, int from, int factor)
    {
        var variant = Read($$"""{ {{Axis}}, "halving": {{halving}} }""").Document!.Variants[0];
        Assert.Equal(new Halving(metric, from, factor), variant.Halving);
        Assert.Equal(Read($"{{ {Axis} }}").Document!.Variants[0].Cells, variant.Cells);
    }

    [Fact]
    public void There_is_none_unless_it_is_asked_for() => Assert.Null(Read($"{{ {Axis} }}").Document!.Variants[0].Halving);

    [Theory]
    [InlineData(2, 3, 60, "2 6 18 54")]
    [InlineData(2, 3, 54, "2 6 18")]
    [InlineData(1, 2, 9, "1 2 4 8")]
    [InlineData(5, 2, 5, "")]
    [InlineData(1_000_000_000, 3, int.MaxValue, "1000000000")]
    public void Rungs_are_powers_of_the_factor_below_the_last_epoch(int from, int factor, int epochs, string rungs) =>
        Assert.Equal(rungs, string.Join(' ', new Halving("validation.mse", from, factor).Rungs(epochs)));

    [Theory]
    [InlineData("""{ "from": 2, "fator": 2 }""", "UFX003", "\"fator\"", "did you mean 'factor'?")]
    [InlineData("""{ "factor": 2 }""", "UFX007", "{ \"factor\"", "'from'")]
    [InlineData("""{ "from": 0 }""", "UFX006", "0 }", "at least 1")]
    [InlineData("""{ "from": 1.5 }""", "UFX005", "1.5", "integer")]
    [InlineData("""{ "from": 2, "factor": 1 }""", "UFX006", "1 }", "at least 2")]
    [InlineData("""{ "from": 2, "factor": "x" }""", "UFX005", "\"x\"", "'factor'")]
    [InlineData("""{ "from": 2, "metric": "validation.msr" }""", "UFX006", "\"validation.msr\"", "'validation.mse'")]
    [InlineData("""{ "from": 2, "metric": "test.mse" }""", "UFX006", "\"test.mse\"", "'metric'")]
    [InlineData("3", "UFX005", "3 }", "'halving' is an object")]
    [InlineData("""{ "from": 10 }""", "UFX021", "10", "'training.epochs' 10")]
    [InlineData("""{ "from": 11 }""", "UFX021", "11", "'training.epochs' 10")]
    public void A_mistake_is_told_at_its_place(string halving, string code, string at, string said)
    {
        var sweep = $$"""{ {{Axis}}, "halving": {{halving}} }""";
        var told = Assert.Single(Read(sweep, "10").Diagnostics);
        Assert.Equal((code, 4, Text(sweep, "10").Split('\n')[3].LastIndexOf(at, StringComparison.Ordinal) + 1), (told.Code, told.Span.Line, told.Span.Column));
        Assert.Contains(said, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_cell_with_epochs_enough_is_enough()
    {
        Assert.Empty(Read("""{ "training.epochs": [5, 11], "halving": { "from": 10 } }""", "1").Diagnostics);
        Assert.Equal("UFX021", Assert.Single(Read("""{ "training.epochs": [5, 10], "halving": { "from": 10 } }""", "100").Diagnostics).Code);
    }

    [Fact]
    public void An_override_may_leave_it_nothing_to_decide() =>
        Assert.Empty(Read($$"""{ {{Axis}}, "halving": { "from": 5 } }""", "10", "training.epochs=2").Diagnostics);

    [Fact]
    public void A_variant_changes_and_removes_what_it_inherits()
    {
        var text = Text($$"""{ {{Axis}}, "halving": { "from": 2, "factor": 4 } }""", "10")
            .Replace("\"v\": {}", """ "v": { "sweep": { "halving": { "from": 3 } } }, "w": { "sweep": { "halving": null } }, "u": { "sweep": null } """, StringComparison.Ordinal);
        var variants = ExperimentReader.Read("x.json", "x", text, Specimen.Schemas).Document!.Variants;
        Assert.Equal([new Halving("validation.mse", 3, 4), null, null], variants.Select(v => v.Halving));
    }

    [Fact]
    public void A_file_that_can_only_be_extended_is_checked_but_its_epochs_may_change()
    {
        Assert.Empty(Abstract("""{ "halving": { "from": 20 } }""").Diagnostics);
        Assert.Equal("UFX003", Assert.Single(Abstract("""{ "halving": { "from": 20, "too": 1 } }""").Diagnostics).Code);
    }

    private static ExperimentReadResult Abstract(string sweep) =>
        ExperimentReader.Read("x.json", "x", Text(sweep, "10").Replace("{\n  \"dataset\"", "{\n  \"abstract\": true, \"dataset\"", StringComparison.Ordinal), Specimen.Schemas);

    private static ExperimentReadResult Read(string sweep, string? epochs = null, params string[] changes) =>
        ExperimentReader.Read("x.json", "x", new SpecFiles(_ => SpecParser.Parse("x.json", Text(sweep, epochs))), Specimen.Schemas, OverrideReader.Read(changes));

    private static string Text(string sweep, string? epochs) => epochs is null
        ? Specimen.Text(sweep, "\"seed\": 0")
        : Specimen.Text(sweep, "\"seed\": 0").Replace("\"training\": {", $"\"training\": {{ \"epochs\": {epochs},", StringComparison.Ordinal);
}
