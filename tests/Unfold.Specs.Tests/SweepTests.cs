namespace Unfold.Specs.Tests;

/// <summary>Cells, their order and names, computed by hand.</summary>
public sealed class SweepTests
{
    [Fact]
    public void Axes_are_crossed_and_the_last_one_is_fastest() => Assert.Equal(
        ["v[layers=1,rate=0.1]", "v[layers=1,rate=0.2]", "v[layers=2,rate=0.1]", "v[layers=2,rate=0.2]"],
        Cells("""{ "architecture.layers": [1, 2], "architecture.rate": [0.1, 0.2] }"""));

    [Fact]
    public void Zipped_axes_advance_together() => Assert.Equal(
        ["v[layers=1,rate=0.1]", "v[layers=2,rate=0.2]"],
        Cells("""{ "zip": [{ "architecture.layers": [1, 2], "architecture.rate": [0.1, 0.2] }] }"""));

    [Fact]
    public void A_rule_excludes_the_cells_that_fit_all_of_its_conditions() => Assert.Equal(
        ["v[layers=1,rate=1]", "v[layers=2,rate=2]", "v[layers=3,rate=2]"],
        Cells("""{ "architecture.layers": [1, 2, 3], "architecture.rate": [1, 2], "exclude": [{ "architecture.layers": 1, "architecture.rate": 2.0 }, { "architecture.layers": [2, 3], "architecture.rate": 1 }] }"""));

    [Theory]
    [InlineData("""{ "from": 1, "to": 7, "steps": 3 }""", "1 4 7")]
    [InlineData("""{ "from": 8, "to": 2, "steps": 3 }""", "8 5 2")]
    [InlineData("""{ "from": 1, "to": 8, "steps": 4, "scale": "log" }""", "1 2 4 8")]
    [InlineData("""{ "from": 1e-4, "to": 1e-2, "steps": 3, "scale": "log" }""", "0.0001 0.001 0.01")]
    [InlineData("""{ "from": 0, "to": 0.3, "steps": 4, "scale": "linear" }""", "0 0.1 0.2 0.3")]
    [InlineData("""{ "from": 0.123456789012345, "to": 0.2345678901234567, "steps": 2 }""", "0.123456789012345 0.2345678901234567")]
    [InlineData("""{ "from": -1e308, "to": 1e308, "steps": 3 }""", "-1e+308 0 1e+308")]
    [InlineData("""{ "from": 1e-300, "to": 1e300, "steps": 3, "scale": "log" }""", "1e-300 1 1e+300")]
    public void A_range_holds_both_ends(string range, string values) => Assert.Equal(
        values.Split(' ').Select(v => $"v[rate={v}]"),
        Cells($$"""{ "architecture.rate": {{range}} }"""));

    [Fact]
    public void A_cell_carries_the_values_of_its_axes_as_json() => Assert.Equal(
        """architecture.layers=1 architecture={"use": "net", "rate": 0.5}""",
        string.Join(' ', Read("""{ "architecture.layers": [1], "architecture": [{ "use": "net", "rate": 0.5 }] }""").Variants[0].Cells[0].Axes.Select(a => $"{a.Path}={a.Json}")));

    [Fact]
    public void Components_are_named_by_their_use_and_their_options() => Assert.Equal(
        ["v[architecture=net(layers=2,rate=0.5)]", "v[architecture=other]"],
        Cells("""{ "architecture": [{ "use": "net", "rate": 0.5, "layers": 2 }, { "use": "other" }] }"""));

    [Fact]
    public void Paths_with_one_ending_are_told_apart() => Assert.Equal(
        ["v[architecture.layers=1,continuation.layers=2]"],
        Cells("""{ "architecture.layers": [1], "continuation.layers": [2] }"""));

    [Fact]
    public void A_cell_has_the_values_of_its_axes_and_the_rest_of_its_variant()
    {
        var cell = Read("""{ "architecture.rate": [0.5] }""").Variants[0].Cells[0].Merged;
        Assert.Equal(("0.5", "3"), (Text(cell, "architecture.rate"), Text(cell, "architecture.layers")));
    }

    [Theory]
    [InlineData("\"seeds\": 3", "0 1 2")]
    [InlineData("\"seeds\": [7, -1]", "7 -1")]
    [InlineData("\"seed\": 9", "9")]
    public void Seeds_are_a_count_a_list_or_one(string seeds, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read("{}", seeds).Variants[0].Seeds));

    [Fact]
    public void A_variant_switches_an_inherited_sweep_off_and_replaces_seeds_by_a_seed()
    {
        var text = Specimen.Text("""{ "architecture.layers": [1, 2] }""", "\"seeds\": 3").Replace("\"v\": {}", "\"v\": { \"sweep\": null, \"seed\": 5 }", StringComparison.Ordinal);
        var variant = ExperimentReader.Read("x.json", "x", text, Specimen.Schemas).Document!.Variants[0];
        Assert.Equal("v", Assert.Single(variant.Cells).Name);
        Assert.Equal([5], variant.Seeds);
    }

    [Theory]
    [InlineData("architecture.layers=7", "v[layers=7]", "0")]
    [InlineData("architecture.layers=3", "v", "0")]
    [InlineData("architecture.layers=1,2", "v[layers=1] v[layers=2]", "0")]
    [InlineData("architecture.layers=1:4", "v[layers=1] v[layers=2] v[layers=3]", "0")]
    [InlineData("architecture.use=other", "v[architecture=other]", "0")]
    [InlineData("architecture={\"use\":\"other\"},{\"use\":\"net\",\"layers\":1}", "v[architecture=other] v[architecture=net(layers=1)]", "0")]
    [InlineData("architecture.rate=null", "v", "0")]
    [InlineData("seed=4", "v", "4")]
    [InlineData("seed=0:3", "v", "0 1 2")]
    [InlineData("seeds=2", "v", "0 1")]
    public void An_override_changes_every_variant_and_names_what_it_changed(string change, string cells, string seeds)
    {
        var variant = Override("{}", change).Document!.Variants[0];
        Assert.Equal((cells, seeds), (string.Join(' ', variant.Cells.Select(c => c.Name)), string.Join(' ', variant.Seeds)));
    }

    [Theory]
    [InlineData("architecture.layers=3", "architecture.use=wide", "v[architecture=wide,layers=3]")]
    [InlineData("architecture.use=wide", "architecture.layers=3", "v[architecture=wide,layers=3]")]
    [InlineData("architecture.use=net,wide", "architecture.layers=3", "v[architecture=net,layers=3] v[architecture=wide,layers=3]")]
    [InlineData("architecture.layers=3", "loss.use=l", "v")]
    public void An_override_holds_whatever_component_another_one_puts_there(string first, string second, string cells)
    {
        var variant = Override("{}", first, second).Document!.Variants[0];
        Assert.Equal(cells, string.Join(' ', variant.Cells.Select(c => c.Name)));
        Assert.All(variant.Cells, c => Assert.Equal("3", Text(c.Merged, "architecture.layers")));
    }

    [Fact]
    public void Two_overrides_of_one_component_are_one_too_many() =>
        Assert.Equal("UFX027", Assert.Single(Override("{}", "architecture.use=other", "architecture={\"use\":\"wide\"}").Diagnostics).Code);

    [Fact]
    public void A_long_name_is_cut_to_what_a_folder_can_have_and_told_apart()
    {
        var paths = string.Join(", ", Enumerable.Range(0, 12).Select(i => $"\"architecture.{new string((char)('a' + i), 20)}\": [1, 2]"));
        var sweep = SweepReader.Read(SpecParser.Parse("x.json", $"{{ {paths} }}").Root!, [])!;
        var names = CellExpander.Expand("v", Read("{}").Variants[0].Merged, sweep, []).Select(c => c.Name).ToList();
        Assert.Equal(4096, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, n => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(n), 1, 200));
    }

    [Fact]
    public void An_override_of_an_axis_replaces_its_values() => Assert.Equal(
        ["v[layers=7,rate=1]", "v[layers=7,rate=2]"],
        Override("""{ "architecture.layers": [1, 2], "architecture.rate": [1, 2] }""", "architecture.layers=7").Document!.Variants[0].Cells.Select(c => c.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void An_override_of_an_axis_that_a_rule_names_leaves_the_rule_nothing_to_exclude() => Assert.Equal(
        ["v[layers=7,rate=1]", "v[layers=7,rate=2]"],
        Override("""{ "architecture.layers": [1, 2], "architecture.rate": [1, 2], "exclude": [{ "architecture.layers": 1, "architecture.rate": 2 }] }""", "architecture.layers=7").Document!.Variants[0].Cells.Select(c => c.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("architecture.layer=7", "UFX003", 1)]
    [InlineData("architecture.layers=many", "UFX005", 21)]
    [InlineData("architecture.layers=0", "UFX006", 21)]
    [InlineData("architecture.layers=1,0", "UFX006", 23)]
    [InlineData("architecture={\"use\":\"nut\"}", "UFX004", 21)]
    [InlineData("architecture={\"use\":", "UFX001", 21)]
    [InlineData("layers=7", "UFX027", 1)]
    [InlineData("architecture.layers", "UFX027", 1)]
    [InlineData("architecture.layers=", "UFX027", 21)]
    [InlineData("architecture.layers=5:1", "UFX027", 21)]
    [InlineData("expect.claims=[]", "UFX027", 1)]
    [InlineData("seed=x", "UFX005", 6)]
    public void A_mistake_in_an_override_is_told_at_its_column(string change, string code, int column)
    {
        var result = Override("{}", change);
        Assert.Null(result.Document);
        var told = Assert.Single(result.Diagnostics);
        Assert.Equal((code, "override " + change), (told.Code, told.File));
        Assert.InRange(told.Span.Column, column, column + 8);
    }

    private static IEnumerable<string> Cells(string sweep) => Read(sweep).Variants[0].Cells.Select(c => c.Name);

    private static ExperimentDocument Read(string sweep, string seeds = "\"seed\": 0")
    {
        var result = ExperimentReader.Read("x.json", "x", Specimen.Text(sweep, seeds), Specimen.Schemas);
        Assert.Empty(result.Diagnostics);
        return result.Document!;
    }

    private static ExperimentReadResult Override(string sweep, params string[] changes) => ExperimentReader.Read(
        "x.json", "x", new SpecFiles(_ => SpecParser.Parse("x.json", Specimen.Text(sweep, "\"seed\": 0"))), Specimen.Schemas, OverrideReader.Read(changes));

    private static string? Text(SpecObject cell, string path) => (SpecPath.Find(cell, path) as SpecScalar)?.Text;
}
