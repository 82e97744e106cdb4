using System.Globalization;

namespace Unfold.Specs.Tests;

/// <summary>Cells that are drawn: which, how they are spread, and what is told of mistakes.</summary>
public sealed class RandomSweepTests
{
    private const string Rate = """ "architecture.rate": { "from": 1e-4, "to": 1e-1, "scale": "log" } """;

    // Computed apart from this code, in Python.
    [Fact]
    public void The_cells_are_these_on_every_machine() => Assert.Equal(
        ["v[layers=50,rate=0.00713]", "v[layers=41,rate=0.00409]", "v[layers=49,rate=0.00979]"],
        Cells($$"""{ {{Rate}}, "architecture.layers": { "from": 1, "to": 50 }, "random": { "cells": 3, "seed": 7 } }"""));

    [Fact]
    public void One_seed_draws_the_same_cells_and_another_one_others()
    {
        var drawn = Cells(Sweep(20, 4));
        Assert.Equal(drawn, Cells(Sweep(20, 4)));
        Assert.Empty(drawn.Intersect(Cells(Sweep(20, 5))));
        Assert.Equal(Cells($$"""{ {{Rate}}, "random": { "cells": 20 } }"""), Cells(Sweep(20, 0)));
    }

    [Fact]
    public void More_cells_begin_with_those_of_fewer() => Assert.Equal(Cells(Sweep(20, 4)), Cells(Sweep(40, 4)).Take(20));

    [Fact]
    public void No_cell_is_drawn_twice_even_where_all_are_drawn()
    {
        var grid = Cells("""{ "architecture.layers": [1, 2, 3, 4, 5], "architecture.rate": [1, 2, 3, 4] }""");
        var drawn = Cells("""{ "architecture.layers": [1, 2, 3, 4, 5], "architecture.rate": [1, 2, 3, 4], "random": { "cells": 20 } }""");
        Assert.NotEqual(grid, drawn);
        Assert.Equal(grid.Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{ "from": 1e-4, "to": 1e-1, "scale": "log" }""", 1e-4, 1e-1, 3.2e-3)]
    [InlineData("""{ "from": 1e-1, "to": 1e-4, "scale": "log" }""", 1e-4, 1e-1, 3.2e-3)]
    [InlineData("""{ "from": -2.0, "to": 4.0, "scale": "linear" }""", -2, 4, 1)]
    [InlineData("""{ "from": 0, "to": 0.3 }""", 0, 0.3, 0.15)]
    [InlineData("""{ "from": 0.123456, "to": 0.654321 }""", 0.123456, 0.654321, 0.39)]
    public void Numbers_lie_within_their_range_and_half_of_them_on_each_side_of_its_middle(string range, double from, double to, double middle)
    {
        // A second axis, so that cells differ whose rates are equal: draws that are there already are not spread evenly.
        var values = Values($$"""{ "architecture.rate": {{range}}, "architecture.layers": { "from": 1, "to": 100 }, "random": { "cells": 400, "seed": 1 } }""", "architecture.rate");
        Assert.All(values, v => Assert.InRange(v, from, to));
        // Four standard deviations of a binomial of 400 halves.
        Assert.InRange(values.Count(v => v < middle), 160, 240);
    }

    [Fact]
    public void A_thousand_logarithmic_draws_are_spread_over_every_decade_alike()
    {
        var values = Values(Sweep(1000, 3).Replace("\"random\"", """ "architecture.layers": { "from": 1, "to": 100 }, "random" """, StringComparison.Ordinal), "architecture.rate").Order().ToList();
        // The standard deviation of the median's logarithm is 3 decades / (2·√1000) = 0.05.
        Assert.InRange(Math.Log10(values[500]), -2.7, -2.3);
        Assert.All([1e-4, 1e-3, 1e-2], decade => Assert.InRange(values.Count(v => v >= decade && v < decade * 10), 270, 400));
    }

    [Theory]
    [InlineData("""{ "from": 1, "to": 8 }""", 100, 160)]
    [InlineData("""{ "from": 8, "to": 1 }""", 100, 160)]
    public void Integers_are_drawn_between_integers_and_both_ends_are(string range, int least, int most)
    {
        var values = Values($$"""{ "architecture.layers": {{range}}, "architecture.rate": { "from": 0.0, "to": 1.0 }, "random": { "cells": 1000 } }""", "architecture.layers");
        var counts = values.CountBy(v => v).OrderBy(c => c.Key).ToList();
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], counts.Select(c => c.Key));
        Assert.All(counts, c => Assert.InRange(c.Value, least - 15, most));
    }

    [Fact]
    public void Logarithmic_integers_are_as_likely_as_the_ratio_to_the_next()
    {
        var values = Values("""{ "architecture.layers": { "from": 1, "to": 99, "scale": "log" }, "architecture.rate": { "from": 0.0, "to": 1.0 }, "random": { "cells": 1000 } }""", "architecture.layers");
        // P(k < 10) = log 10 / log 100.
        Assert.InRange(values.Count(v => v < 10), 435, 565);
        Assert.Equal((1, 99), (values.Min(), values.Max() > 90 ? 99 : 0));
    }

    [Theory]
    [InlineData("""{ "from": 0.0, "to": 1.0 }""", 3)]
    [InlineData("""{ "from": 0.9, "to": 0.999 }""", 4)]
    [InlineData("""{ "from": 1000.5, "to": 1001.5 }""", 6)]
    public void Values_have_three_digits_and_as_many_more_as_a_narrow_range_takes(string range, int digits)
    {
        var texts = Read($$"""{ "architecture.rate": {{range}}, "random": { "cells": 50 } }""").Cells.Select(c => c.Axes[0].Json).ToList();
        Assert.Equal(digits, texts.Max(t => t.Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length));
    }

    [Fact]
    public void Zipped_axes_are_drawn_together()
    {
        var cells = Read("""{ "zip": [{ "architecture.layers": [1, 2, 3, 4], "architecture.rate": [10, 20, 30, 40] }], "random": { "cells": 3 } }""").Cells;
        Assert.Equal(3, cells.Count);
        Assert.All(cells, c => Assert.Equal(c.Axes[0].Json + "0", c.Axes[1].Json));
    }

    [Fact]
    public void Zipped_ranges_stand_at_the_same_part()
    {
        var cells = Read("""{ "zip": [{ "architecture.layers": { "from": 1, "to": 100 }, "architecture.rate": { "from": 1.0, "to": 101.0 } }], "random": { "cells": 30 } }""").Cells;
        Assert.All(cells, c => Assert.InRange(Number(c.Axes[1].Json) - Number(c.Axes[0].Json), -0.51, 1.01));
    }

    [Fact]
    public void Excluded_cells_are_never_drawn_and_others_take_their_place()
    {
        const string Grid = """ "architecture.layers": [1, 2, 3], "architecture.rate": [1, 2, 3], "exclude": [{ "architecture.layers": 1 }, { "architecture.layers": 2, "architecture.rate": [1, 2] }] """;
        var left = Cells($"{{ {Grid} }}").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(4, left.Count);
        Assert.Equal(left, Cells($$"""{ {{Grid}}, "random": { "cells": 4 } }""").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_more_axis_leaves_the_draws_of_the_others() => Assert.Equal(
        Values(Sweep(10, 2), "architecture.rate"),
        Values(Sweep(10, 2).Replace("\"random\"", """ "continuation.layers": [1, 2], "random" """, StringComparison.Ordinal), "architecture.rate"));

    [Theory]
    [InlineData("architecture.layers=7", 6, "7")]
    [InlineData("architecture.layers=7,8", 12, "7 8")]
    public void An_override_takes_the_axis_out_and_is_crossed_with_what_is_drawn(string change, int count, string layers)
    {
        const string Written = """{ "architecture.layers": { "from": 1, "to": 50 }, "architecture.rate": { "from": 0.0, "to": 1.0 }, "random": { "cells": 6 } }""";
        var cells = Override(Written, change);
        Assert.Equal(count, cells.Count);
        Assert.Equal(layers, string.Join(' ', cells.Select(c => Text(c, "architecture.layers")).Distinct().Order(StringComparer.Ordinal)));
        Assert.Equal(Values(Written, "architecture.rate"), cells.Select(c => Number(Text(c, "architecture.rate"))).Distinct());
        Assert.All(cells, c => Assert.Contains("layers=", c.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_an_override_leaves_fewer_cells_than_were_asked_for_all_of_them_are_run() => Assert.Equal(
        ["v[layers=1,rate=9]", "v[layers=2,rate=9]"],
        Override("""{ "architecture.layers": [1, 2], "architecture.rate": [1, 2, 3], "random": { "cells": 5 } }""", "architecture.rate=9").Select(c => c.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void An_override_of_all_axes_leaves_nothing_to_draw() => Assert.Equal(
        ["v[layers=8,rate=9]"],
        Override("""{ "architecture.layers": [1, 2], "architecture.rate": [1, 2, 3], "random": { "cells": 5 } }""", "architecture.rate=9", "architecture.layers=8").Select(c => c.Name));

    [Fact]
    public void An_override_beside_the_axes_holds_in_every_drawn_cell() =>
        Assert.Equal(["4"], Override(Sweep(5, 0), "continuation.layers=4").Select(c => Text(c, "continuation.layers")).Distinct());

    [Fact]
    public void A_rule_holds_for_values_of_an_override_and_what_it_always_excludes_is_drawn_again() => Assert.Equal(
        ["v[layers=2,rate=2]", "v[layers=3,rate=1]", "v[layers=3,rate=2]"],
        Override("""{ "architecture.layers": [1, 2, 3], "architecture.rate": [1, 2, 3], "exclude": [{ "architecture.layers": 1 }, { "architecture.layers": 2, "architecture.rate": 1 }], "random": { "cells": 2 } }""", "architecture.rate=1,2").Select(c => c.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("""{ "architecture.layers": [1, 2, 3], "random": { "cells": 4 } }""", "UFX021", "4 }", "the axes have 3 cells together")]
    [InlineData("""{ "architecture.layers": { "from": 1, "to": 3 }, "random": { "cells": 4 } }""", "UFX021", "4 }", "the axes have 3 cells together")]
    [InlineData("""{ "random": { "cells": 1 } }""", "UFX021", "1 }", "no axes")]
    [InlineData("""{ "architecture.layers": [1, 2, 3], "exclude": [{ "architecture.layers": 1 }], "random": { "cells": 3 } }""", "UFX021", "3 }", "only 2 that differ")]
    [InlineData("""{ "architecture.rate": { "from": 1e-4, "to": 1e-1 }, "random": { "cells": 1, "sead": 2 } }""", "UFX003", "\"sead\"", "did you mean 'seed'?")]
    [InlineData("""{ "architecture.layers": [1, 2], "random": { "seed": 2 } }""", "UFX007", "{ \"seed\"", "'cells'")]
    [InlineData("""{ "architecture.layers": [1, 2], "random": { "cells": 0 } }""", "UFX006", "0 }", "at least 1")]
    [InlineData("""{ "architecture.rate": { "from": 1e-4, "to": 1e-1 }, "random": { "cells": 10001 } }""", "UFX006", "10001", "at most 10000")]
    [InlineData("""{ "architecture.layers": [1, 2], "random": { "cells": 1.5 } }""", "UFX005", "1.5", "integer")]
    [InlineData("""{ "architecture.layers": [1, 2], "random": { "cells": 1, "seed": "a" } }""", "UFX005", "\"a\"", "'seed'")]
    [InlineData("""{ "architecture.layers": [1, 2], "random": { "cells": 1, "seed": 3000000000 } }""", "UFX013", "3000000000", "32-bit")]
    [InlineData("""{ "architecture.layers": [1, 2], "random": 2 }""", "UFX005", "2 }", "'random' is an object")]
    [InlineData("""{ "architecture.layers": { "from": 1, "to": 3 } }""", "UFX007", "{ \"from\"", "'steps'")]
    [InlineData("""{ "architecture.rate": { "from": 0, "to": 3, "scale": "log" }, "random": { "cells": 1 } }""", "UFX021", "{ \"from\"", "above 0")]
    [InlineData("""{ "architecture.rate": { "from": 3, "to": 3.0 }, "random": { "cells": 1 } }""", "UFX021", "{ \"from\"", "equal")]
    [InlineData("""{ "architecture.rate": { "from": 3, "scale": "log" }, "random": { "cells": 1 } }""", "UFX007", "{ \"from\"", "'to'")]
    [InlineData("""{ "zip": [{ "architecture.rate": { "from": 1, "to": 3 }, "architecture.layers": [1, 2] }], "random": { "cells": 1 } }""", "UFX021", "{ \"from\"", "zip group")]
    [InlineData("""{ "architecture.rate": { "from": 1, "to": 3 }, "exclude": [{ "architecture.rate": 2 }], "random": { "cells": 1 } }""", "UFX021", "\"architecture.rate\": 2", "drawn from a range")]
    [InlineData("""{ "architecture.layers": { "from": 0, "to": 1 }, "random": { "cells": 2 } }""", "UFX006", "{ \"from\"", "'layers' is 0")]
    [InlineData("""{ "architecture.layers": [1, 2], "radnom": { "cells": 1 } }""", "UFX021", "\"radnom\"", "did you mean 'random'?")]
    public void A_mistake_is_told_at_its_place(string sweep, string code, string at, string said)
    {
        var text = Specimen.Text(sweep, "\"seed\": 0");
        var told = Assert.Single(ExperimentReader.Read("x.json", "x", text, Specimen.Schemas).Diagnostics);
        Assert.Equal((code, 4, text.Split('\n')[3].LastIndexOf(at, StringComparison.Ordinal) + 1), (told.Code, told.Span.Line, told.Span.Column));
        Assert.Contains(said, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_changes_what_the_one_below_it_draws()
    {
        const string Below = """{ "architecture.layers": { "from": 1, "to": 90 }, "random": { "cells": 5, "seed": 3 } }""";
        Assert.Equal(Cells("""{ "architecture.layers": { "from": 1, "to": 90 }, "random": { "cells": 7, "seed": 3 } }"""), Extending(Below, """{ "random": { "cells": 7 } }"""));
        Assert.Equal(["v[layers=1]", "v[layers=90]"], Extending(Below, """{ "random": null, "architecture.layers": { "steps": 2 } }"""));
        Assert.Equal(5, Extending("""{ "random": { "cells": 5 } }""", """{ "architecture.layers": { "from": 1, "to": 90 } }""").Count);
    }

    [Fact]
    public void A_file_that_can_only_be_extended_is_checked_too() =>
        Assert.Equal("UFX003", Assert.Single(ReadBoth("""{ "random": { "cell": 5, "cells": 5 } }""", """{ "architecture.layers": { "from": 1, "to": 90 } }""").Diagnostics).Code);

    private static string Sweep(int cells, int seed) => $$"""{ {{Rate}}, "random": { "cells": {{cells}}, "seed": {{seed}} } }""";

    private static List<string> Cells(string sweep) => [.. Read(sweep).Cells.Select(c => c.Name)];

    private static List<double> Values(string sweep, string path) => [.. Read(sweep).Cells.Select(c => Number(c.Axes.Single(a => a.Path == path).Json))];

    private static double Number(string? text) => double.Parse(text!, CultureInfo.InvariantCulture);

    private static VariantDocument Read(string sweep)
    {
        var result = ExperimentReader.Read("x.json", "x", Specimen.Text(sweep, "\"seed\": 0"), Specimen.Schemas);
        Assert.DoesNotContain(result.Diagnostics, d => !d.IsWarning);
        return result.Document!.Variants[0];
    }

    private static EquatableArray<CellDocument> Override(string sweep, params string[] changes) => ExperimentReader.Read(
        "x.json", "x", new SpecFiles(_ => SpecParser.Parse("x.json", Specimen.Text(sweep, "\"seed\": 0"))), Specimen.Schemas, OverrideReader.Read(changes)).Document!.Variants[0].Cells;

    private static List<string> Extending(string below, string above) => [.. ReadBoth(below, above).Document!.Variants[0].Cells.Select(c => c.Name)];

    private static ExperimentReadResult ReadBoth(string below, string above) => ExperimentReader.Read(
        "x.json",
        "x",
        new SpecFiles(path => path == "x.json"
            ? SpecParser.Parse(path, $$"""{ "extends": "base.json", "sweep": {{above}} }""")
            : SpecParser.Parse(path, Specimen.Text(below, "\"seed\": 0").Replace("{\n  \"dataset\"", "{\n  \"abstract\": true, \"dataset\"", StringComparison.Ordinal))),
        Specimen.Schemas);

    private static string? Text(CellDocument cell, string path) => (SpecPath.Find(cell.Merged, path) as SpecScalar)?.Text;
}
