using Unfold.Specs;

namespace Unfold.Hosting.Tests;

public sealed class ComponentSchemaTests : IDisposable
{
    private readonly HostFolder _folder = new("Good", "BuildsOnGood");
    private readonly PluginHost _host;

    public ComponentSchemaTests() => _host = _folder.Open();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_component_is_described_by_its_class()
    {
        var loss = _host.Catalog.Find("loss", "good-loss")!.Component;

        Assert.Equal("Good", loss.Assembly);
        Assert.Equal("Good.GoodLoss", loss.TypeName);
        Assert.Equal("Good.GoodOptions", loss.OptionsTypeName);
        Assert.Equal(["Unfold.IWarmStartable"], loss.Requires);
        Assert.Contains("Unfold.ISelfSupervised", loss.Capabilities);
        Assert.DoesNotContain("Unfold.ILoss", loss.Capabilities);
    }

    [Theory]
    [InlineData("flag", OptionKind.Boolean, false, "System.Boolean")]
    [InlineData("count", OptionKind.Integer, false, "System.Int32")]
    [InlineData("big", OptionKind.Integer, false, "System.Int64")]
    [InlineData("weight", OptionKind.Number, false, "System.Double")]
    [InlineData("single", OptionKind.Number, false, "System.Single")]
    [InlineData("limit", OptionKind.Number, true, "System.Double")]
    [InlineData("title", OptionKind.String, false, "System.String")]
    [InlineData("remark", OptionKind.String, true, "System.String")]
    [InlineData("mode", OptionKind.Choice, false, "Good.GoodMode")]
    [InlineData("keep", OptionKind.Choice, true, "Unfold.KeptParameters")]
    [InlineData("teacher", OptionKind.Component, false, "Unfold.IArchitecture")]
    [InlineData("noise", OptionKind.Component, true, "Unfold.INoise")]
    public void Options_have_the_type_and_nullability_of_their_property(string name, OptionKind kind, bool nullable, string clrName)
    {
        var type = Option(name).Type;

        Assert.Equal((kind, nullable, clrName), (type.Kind, type.Nullable, type.ClrName));
    }

    [Fact]
    public void Lists_tell_their_elements_and_arrays_are_lists()
    {
        Assert.Equal((OptionKind.List, OptionKind.Component, "loss"), (Option("terms").Type.Kind, Option("terms").Type.Element!.Kind, Option("terms").Type.Element!.ComponentKind));
        Assert.False(Option("terms").Type.Nullable);
        Assert.Equal((OptionKind.List, true, "Good.GoodMode"), (Option("modes").Type.Kind, Option("modes").Type.Nullable, Option("modes").Type.Element!.ClrName));
    }

    [Fact]
    public void Choices_are_the_enum_members_in_kebab_case_in_their_order()
    {
        Assert.Equal(["plain", "log-cosh", "l1-norm"], Option("mode").Type.Choices);
        Assert.Equal(["Plain", "LogCosh", "L1Norm"], Option("mode").Type.Members);
        Assert.Equal(["last", "best-validation"], Option("keep").Type.Choices);
    }

    [Fact]
    public void Only_required_properties_are_required() =>
        Assert.Equal(["teacher"], Schema().Options.Where(option => option.Required).Select(option => option.Name));

    [Fact]
    public void Ranges_are_read_with_their_exclusive_ends()
    {
        Assert.Equal(new NumberRange(1, 10, false, false), Option("count").Rules.Range);
        Assert.Equal(new NumberRange(0, 1, true, false), Option("weight").Rules.Range);
        Assert.Equal(new NumberRange(0, 5, false, false), Option("limit").Rules.Range);
        Assert.Null(Option("flag").Rules.Range);
    }

    [Fact]
    public void Lengths_patterns_and_words_are_read()
    {
        var rules = _host.Catalog.Find("loss", "annotated")!.Component.Options.ToDictionary(option => option.Name, option => option.Rules);

        Assert.Equal(OptionRules.None with { Length = new LengthRange(2, 8), Pattern = "[a-z]+" }, rules["title"]);
        Assert.Equal(OptionRules.None with { Allowed = new(["none", "few"]), Denied = new(["few"]) }, rules["amount"]);
        Assert.Equal(OptionRules.None with { Length = new LengthRange(1, 3), Range = new NumberRange(0, 1, false, false) }, rules["weights"]);
        Assert.Equal(OptionRules.None with { Length = new LengthRange(2, 2) }, rules["pair"]);
        Assert.Equal(OptionRules.None with { Range = new NumberRange(0.5, 1.5, false, false) }, rules["factor"]);
        Assert.Null(rules["since"].Range);
    }

    [Fact]
    public void Properties_without_a_setter_are_no_options() =>
        Assert.DoesNotContain(Schema().Options, option => option.Property is "Twice" or "EqualityContract");

    [Fact]
    public void Options_of_a_base_record_in_another_plugin_are_inherited()
    {
        var derived = _host.Catalog.Find("loss", "derived-loss")!.Component;

        Assert.Equal(Schema().Options.Select(option => option.Name).Append("extra").Order(StringComparer.Ordinal), derived.Options.Select(option => option.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_contract_may_be_reached_through_another_interface() =>
        Assert.Equal(["Good.INamedDataset"], _host.Catalog.Find("dataset", "leaf")!.Component.Capabilities.Where(name => name.StartsWith("Good.", StringComparison.Ordinal)));

    [Fact]
    public void The_contracts_own_options_are_read_in_the_same_way()
    {
        var training = ContractsReader.ReadOptions("Unfold.TrainingOptions").ToDictionary(option => option.Name);

        Assert.True(training["optimizer"].Required);
        Assert.Equal("optimizer", training["optimizer"].Type.ComponentKind);
        Assert.True(training["schedule"].Type.Nullable);
        Assert.Equal(new NumberRange(0, double.MaxValue, true, false), training["gradientClip"].Rules.Range);
        Assert.Equal(["last", "best-validation"], training["keep"].Type.Choices);
    }

    [Fact]
    public void Each_class_that_is_no_component_is_named_with_its_mistake()
    {
        using var folder = new HostFolder("NoOptions");
        var reason = Assert.Single(folder.Open().Plugins).Problem!.Reason;

        Assert.Contains("NoOptions.BareLoss: a component has one public constructor with one argument", reason, StringComparison.Ordinal);
        Assert.Contains("NoOptions.TwoContracts: it implements Unfold.IContinuation and Unfold.ILoss", reason, StringComparison.Ordinal);
        Assert.Contains("NoOptions.HiddenLoss: a component is a public", reason, StringComparison.Ordinal);
        Assert.Contains("NoOptions.AbstractLoss: a component is a public", reason, StringComparison.Ordinal);
        Assert.Contains("option NoOptions.StrangeOptions.Since is System.DateTime", reason, StringComparison.Ordinal);
        Assert.Contains("its id 'Bad_Id'", reason, StringComparison.Ordinal);
    }

    private ComponentSchema Schema() => _host.Catalog.Find("loss", "good-loss")!.Component;

    private OptionSchema Option(string name) => Schema().Options.Single(option => option.Name == name);
}
