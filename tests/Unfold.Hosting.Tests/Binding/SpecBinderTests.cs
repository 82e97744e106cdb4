using System.Reflection;

namespace Unfold.Hosting.Tests;

public sealed class SpecBinderTests : IDisposable
{
    private readonly HostFolder _folder = new("Good");
    private readonly PluginHost _host;

    public SpecBinderTests() => _host = _folder.Open();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_variant_becomes_a_training_spec()
    {
        var run = Specimen.Bind(_host, Specimen.Variant(new { use = "leaf", name = "mine" }));

        Assert.Equal(3, run.Seed);
        Assert.Equal("Good.LeafDataset", run.Dataset.GetType().FullName);
        Assert.Equal("Good.LeafOptimizer", run.Training.Optimizer.GetType().FullName);
        Assert.Equal(10, run.Training.Epochs);
        Assert.Equal("mine", Value<string>(run.Loss, "Name"));
    }

    [Fact]
    public void Options_that_the_spec_leaves_out_keep_their_defaults()
    {
        var loss = Loss(new { teacher = Leaf() });

        Assert.Equal(3, Value<int>(loss, "Count"));
        Assert.Equal(1L << 40, Value<long>(loss, "Big"));
        Assert.Equal("untitled", Value<string>(loss, "Title"));
        Assert.Null(Value<double?>(loss, "Limit"));
    }

    [Fact]
    public void Values_of_every_type_are_bound()
    {
        var loss = Loss(new
        {
            teacher = Leaf(),
            flag = true,
            count = 10,
            big = 1L << 50,
            weight = 1,
            single = 0.125,
            limit = 2.5,
            title = "a title",
            remark = "a remark",
            mode = "log-cosh",
            keep = "best-validation",
            weights = new object[] { 0, 0.5, 1 },
            modes = new[] { "plain", "l1-norm" },
        });

        Assert.True(Value<bool>(loss, "Flag"));
        Assert.Equal(10, Value<int>(loss, "Count"));
        Assert.Equal(1L << 50, Value<long>(loss, "Big"));
        Assert.Equal(1.0, Value<double>(loss, "Weight"));
        Assert.Equal(0.125f, Value<float>(loss, "Single"));
        Assert.Equal(2.5, Value<double?>(loss, "Limit"));
        Assert.Equal("a title", Value<string>(loss, "Title"));
        Assert.Equal("a remark", Value<string>(loss, "Remark"));
        Assert.Equal("LogCosh", Value<Enum>(loss, "Mode").ToString());
        Assert.Equal(KeptParameters.BestValidation, Value<KeptParameters?>(loss, "Keep"));
        Assert.Equal([0, 0.5, 1], Value<IReadOnlyList<double>>(loss, "Weights"));
        Assert.Equal(["Plain", "L1Norm"], Value<Array>(loss, "Modes").Cast<Enum>().Select(mode => mode.ToString()));
    }

    [Fact]
    public void Null_is_a_value_of_nullable_options()
    {
        var loss = Loss(new { teacher = Leaf(), limit = (object?)null, keep = (object?)null, noise = (object?)null, modes = (object?)null });

        Assert.Null(Value<double?>(loss, "Limit"));
        Assert.Null(Value<INoise?>(loss, "Noise"));
    }

    [Fact]
    public void Components_nest_alone_and_in_lists_to_any_depth()
    {
        var inner = new { use = "good-loss", teacher = Leaf(), terms = new object[] { new { use = "leaf", name = "deep" } } };
        var loss = Loss(new { teacher = new { use = "leaf", name = "teacher" }, terms = new object[] { Leaf(), inner } });

        var terms = Value<IReadOnlyList<ILoss>>(loss, "Terms");
        Assert.Equal("teacher", Value<string>(Value<IArchitecture>(loss, "Teacher"), "Name"));
        Assert.Equal(2, terms.Count);
        Assert.Equal("deep", Value<string>(Value<IReadOnlyList<ILoss>>(terms[1], "Terms")[0], "Name"));
    }

    [Fact]
    public void The_plugin_of_a_nested_component_counts_as_used()
    {
        using var folder = new HostFolder("Good", "MissingDependency");
        var host = folder.Open();

        var run = Specimen.Bind(host, Specimen.Variant(new { use = "good-loss", teacher = Leaf(), terms = new object[] { new { use = "halving-loss" } } }));

        Assert.Equal(["Good", "MissingDependency"], host.UsedBy(run).Select(plugin => plugin.Name));
    }

    [Fact]
    public void A_missing_required_option_is_a_mistake_at_its_object() =>
        AssertMistake("'teacher'", () => Loss(new { }));

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void A_number_outside_its_range_is_a_mistake(int count) => AssertMistake("count", () => Loss(new { teacher = Leaf(), count }));

    [Fact]
    public void An_exclusive_bound_is_not_a_value() => AssertMistake("weight", () => Loss(new { teacher = Leaf(), weight = 0 }));

    [Fact]
    public void A_range_on_a_list_holds_for_each_element() => AssertMistake("weights", () => Loss(new { teacher = Leaf(), weights = new[] { 0.5, 1.5 } }));

    [Fact]
    public void A_number_too_large_for_its_type_is_a_mistake() => AssertMistake("count", () => Loss(new { teacher = Leaf(), count = 1L << 40 }));

    [Fact]
    public void Annotations_of_any_kind_are_honoured() => AssertMistake("name", () => Specimen.Bind(_host, Specimen.Variant(new { use = "leaf", name = "UPPER" })));

    [Fact]
    public void A_records_own_validation_is_honoured() => AssertMistake("a leaf cannot be refused", () => Specimen.Bind(_host, Specimen.Variant(new { use = "leaf", refused = true })));

    private static object Leaf() => new { use = "leaf" };

    private ILoss Loss(object options) => Specimen.Loss(_host, "good-loss", options);

    private static T Value<T>(IComponent component, string property) =>
        (T)component.Options.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.GetValue(component.Options)!;

    private static void AssertMistake(string about, Action act)
    {
        var mistake = Assert.Single(Assert.Throws<SpecException>(act).Diagnostics);
        Assert.Contains(about, mistake.Message, StringComparison.Ordinal);
        Assert.StartsWith("UFX", mistake.Code, StringComparison.Ordinal);
        Assert.Equal(Specimen.File, mistake.File);
    }
}
