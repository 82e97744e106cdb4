namespace Unfold.Specs.Tests;

public sealed class ExtendsTests
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal)
    {
        ["base/common.json"] = Specimen.Text("null", "\"seed\": 1").Replace("{\n", "{ \"abstract\": true,\n", StringComparison.Ordinal),
    };

    [Fact]
    public void A_file_lies_over_those_that_it_extends_to_any_depth()
    {
        _files["base/middle.json"] = """{ "abstract": true, "extends": "common.json", "architecture": { "layers": 7, "rate": 0.5 }, "seeds": 3 }""";
        _files["a/b/top.json"] = """{ "extends": "../../base/middle.json", "architecture": { "rate": null } }""";
        var result = Read("a/b/top.json");
        Assert.Empty(result.Diagnostics);
        var variant = result.Document!.Variants[0];
        Assert.Equal("7", ((SpecScalar)SpecPath.Find(variant.Merged, "architecture.layers")!).Text);
        Assert.Null(SpecPath.Find(variant.Merged, "architecture.rate"));
        Assert.Equal([0, 1, 2], variant.Seeds);
    }

    [Fact]
    public void Every_value_keeps_the_file_and_line_that_it_came_from()
    {
        _files["top.json"] = "{ \"extends\": \"base/common.json\",\n\n  \"architecture\": { \"rate\": 0.5 } }";
        var result = Read("top.json");
        var merged = result.Document!.Variants[0].Merged;
        var (rate, layers) = (SpecPath.Find(merged, "architecture.rate")!.Place, SpecPath.Find(merged, "architecture.layers")!.Place);
        Assert.Equal(("top.json", 3), (rate.File, result.Positions.Of(rate).Line));
        Assert.Equal(("base/common.json", 2), (layers.File, result.Positions.Of(layers).Line));
    }

    [Theory]
    [InlineData("x/a.json")]
    [InlineData("x/y/a.json")]
    [InlineData("x/b.json")]
    [InlineData("outside.json")]
    public void A_cycle_is_one_mistake_with_its_chain_wherever_it_is_found(string file)
    {
        _files["x/b.json"] = """{ "extends": "a.json" }""";
        _files["x/a.json"] = """{ "extends": "y/a.json" }""";
        _files["x/y/a.json"] = """{ "extends": "../b.json" }""";
        _files["outside.json"] = """{ "extends": "x/b.json" }""";
        var told = Assert.Single(Read(file).Diagnostics);
        Assert.Equal(("UFX020", "x/a.json", "this extends itself: a.json → y/a.json → b.json → a.json"), (told.Code, told.File, told.Message));
    }

    [Fact]
    public void A_null_of_a_variant_removes_what_the_base_and_the_common_part_say()
    {
        _files["middle.json"] = """{ "extends": "base/common.json", "architecture": { "rate": 0.5 }, "variants": { "v": { "architecture": { "layers": 7 } }, "w": {}, "gone": {} } }""";
        _files["top.json"] = """{ "extends": "middle.json", "variants": { "v": { "architecture": { "layers": null, "rate": null } }, "w": { "architecture": { "rate": null } }, "gone": null } }""";
        var result = Read("top.json");
        Assert.Empty(result.Diagnostics);
        Assert.Equal(["v", "w"], result.Document!.Variants.Select(v => v.Name));
        Assert.Equal(["use"], Members(result, 0));
        Assert.Equal(["use", "layers"], Members(result, 1));

        static IEnumerable<string> Members(ExperimentReadResult result, int variant) => ((SpecObject)SpecPath.Find(result.Document!.Variants[variant].Merged, "architecture")!).Members.Select(m => m.Name);
    }

    [Fact]
    public void A_variant_back_at_the_common_parts_value_restates_nothing()
    {
        _files["middle.json"] = """{ "extends": "base/common.json", "architecture": { "rate": 0.5 }, "variants": { "v": { "architecture": { "layers": 7 } }, "w": { "architecture": { "rate": 0.25 } } } }""";
        _files["top.json"] = """{ "extends": "middle.json", "architecture": { "layers": 9, "rate": 0.25 }, "variants": { "v": { "architecture": { "layers": 9 } } } }""";
        var result = Read("top.json");
        Assert.Empty(result.Diagnostics);
        Assert.Equal(["9", "9"], result.Document!.Variants.Select(v => ((SpecScalar)SpecPath.Find(v.Merged, "architecture.layers")!).Text));
        Assert.Equal(["0.25", "0.25"], result.Document.Variants.Select(v => ((SpecScalar)SpecPath.Find(v.Merged, "architecture.rate")!).Text));
    }

    [Theory]
    [InlineData("""{ "extends": "middle.json", "variants": { "w": { "architecture": { "layers": 3 } } } }""")]
    [InlineData("""{ "extends": "middle.json", "variants": { "v": { "architecture": { "layers": 7 } } } }""")]
    [InlineData("""{ "extends": "middle.json", "variants": { "v": { "loss": { "delta": null } } } }""")]
    [InlineData("""{ "abstract": true, "extends": "middle.json", "variants": { "v": { "architecture": { "layers": 7 } } } }""")]
    public void A_variant_that_repeats_what_it_is_anyway_is_told_of_it(string top)
    {
        _files["middle.json"] = """{ "extends": "base/common.json", "variants": { "v": { "architecture": { "layers": 7 } }, "w": { "architecture": { "rate": 0.25 } } } }""";
        _files["top.json"] = top;
        Assert.Equal(("UFX025", "top.json"), Read("top.json").Diagnostics.Select(d => (d.Code, d.File)).Single());
    }

    [Fact]
    public void What_a_middle_file_says_of_a_variant_holds_whatever_the_common_part_is_above_it()
    {
        _files["base/variants.json"] = """{ "abstract": true, "extends": "common.json", "variants": { "v": { "architecture": { "layers": 7, "rate": 0.5 } } } }""";
        _files["middle.json"] = """{ "extends": "base/variants.json", "architecture": { "layers": 5 }, "variants": { "v": { "architecture": { "use": "net", "layers": 5, "rate": null } } } }""";
        _files["top.json"] = """{ "extends": "middle.json", "architecture": { "layers": 30, "rate": 0.25 } }""";
        var result = Read("top.json");
        Assert.Empty(result.Diagnostics);
        var merged = result.Document!.Variants[0].Merged;
        Assert.Equal("5", ((SpecScalar)SpecPath.Find(merged, "architecture.layers")!).Text);
        Assert.Null(SpecPath.Find(merged, "architecture.rate"));
    }

    [Theory]
    [InlineData("""{ "use": "other" }""", "other")]
    [InlineData("""{ "use": "wide" }""", "wide")]
    [InlineData("""{ "use": "wide", "layers": 2 }""", "wide 2")]
    [InlineData("""{ "use": "net" }""", "net 7")]
    [InlineData("""{ "rate": 0.5 }""", "net 7 0.5")]
    public void Options_of_a_variant_go_with_the_component_of_the_common_part_that_they_were_for(string architecture, string expected)
    {
        _files["middle.json"] = """{ "extends": "base/common.json", "variants": { "v": { "architecture": { "layers": 7 } } } }""";
        _files["top.json"] = $$"""{ "extends": "middle.json", "variants": { "v": { "architecture": {{architecture}} } } }""";
        var result = Read("top.json");
        Assert.Empty(result.Diagnostics);
        var merged = (SpecObject)SpecPath.Find(result.Document!.Variants[0].Merged, "architecture")!;
        Assert.Equal(expected, string.Join(' ', merged.Members.Select(m => ((SpecScalar)m.Value).Text)));
    }

    [Fact]
    public void Seeds_of_a_variant_replace_its_seed()
    {
        _files["middle.json"] = """{ "extends": "base/common.json", "variants": { "v": { "seed": 5 } } }""";
        _files["top.json"] = """{ "extends": "middle.json", "variants": { "v": { "seeds": 2 } } }""";
        var result = Read("top.json");
        Assert.Empty(result.Diagnostics);
        Assert.Equal([0, 1], result.Document!.Variants[0].Seeds);
    }

    [Fact]
    public void Options_of_a_base_that_names_no_component_hold_for_the_one_that_is_named()
    {
        _files["base/common.json"] = _files["base/common.json"].Replace("\"use\": \"net\", ", "", StringComparison.Ordinal);
        _files["top.json"] = """{ "extends": "base/common.json", "architecture": { "use": "net" } }""";
        Assert.Equal("3", ((SpecScalar)SpecPath.Find(Read("top.json").Document!.Variants[0].Merged, "architecture.layers")!).Text);
        _files["top.json"] = """{ "extends": "base/common.json", "architecture": { "use": "other" } }""";
        Assert.Equal(("UFX003", "base/common.json"), Read("top.json").Diagnostics.Select(d => (d.Code, d.File)).Single());
    }

    [Fact]
    public void Seed_and_seeds_in_one_file_contradict_each_other_over_a_base_too()
    {
        _files["top.json"] = """{ "extends": "base/common.json", "seed": 3, "seeds": 2 }""";
        Assert.Equal(("UFX023", "top.json"), Read("top.json").Diagnostics.Select(d => (d.Code, d.File)).Single());
    }

    [Fact]
    public void A_mistake_of_the_base_is_told_in_the_base()
    {
        _files["base/common.json"] = _files["base/common.json"].Replace("layers", "layerz", StringComparison.Ordinal);
        _files["top.json"] = """{ "extends": "base/common.json" }""";
        Assert.Equal("base/common.json", Assert.Single(Read("top.json").Diagnostics).File);
        Assert.Equal("UFX003", Assert.Single(Read("base/common.json").Diagnostics).Code);
    }

    [Fact]
    public void A_file_that_can_only_be_extended_may_be_a_part()
    {
        _files["part.json"] = """{ "abstract": true, "architecture": { "use": "net" } }""";
        var result = Read("part.json");
        Assert.True(result.IsGood);
        Assert.Null(result.Document);
    }

    [Theory]
    [InlineData("a/b.json", "c.json", "a/c.json")]
    [InlineData("a/b.json", "../c.json", "c.json")]
    [InlineData("a/b.json", "./x/../c.json", "a/c.json")]
    [InlineData("/r/a/b.json", "../../c.json", "/c.json")]
    [InlineData("a\\b.json", "x\\c.json", "a/x/c.json")]
    [InlineData("b.json", "../c.json", "../c.json")]
    public void Paths_are_relative_to_the_file(string file, string relative, string expected) => Assert.Equal(expected, SpecFiles.Combine(file, relative));

    private ExperimentReadResult Read(string file) =>
        ExperimentReader.Read(file, "x", new SpecFiles(path => _files.TryGetValue(path, out var text) ? SpecParser.Parse(path, text) : null), Specimen.Schemas);
}
