namespace Unfold.Hosting.Tests;

[Collection(HangClock.Tests)]
public sealed class PluginDescriptionTests
{
    [Fact]
    public void Options_have_their_type_rules_default_and_documentation()
    {
        using var folder = new HostFolder("Good");
        var host = folder.Open();

        var options = host.Describe(host.Plugins[0]).Components.Single(c => c.Component.Id == "good-loss").Options.ToDictionary(o => o.Option.Name);

        Assert.Equal(("integer", "at least 1 and at most 10", "3"), Words(options["count"]));
        Assert.Equal(("number or null", "at least 0 and at most 5", "null"), Words(options["limit"]));
        Assert.Equal(("text", "", "\"untitled\""), Words(options["title"]));
        Assert.Equal("plain | log-cosh | l1-norm", options["mode"].Type);
        Assert.Equal("list of loss", options["terms"].Type);
        Assert.Equal(("architecture", "", (string?)null), Words(options["teacher"]));
        Assert.True(options["teacher"].Option.Required);
        Assert.Equal("The weight λ.", options["weight"].Summary);
    }

    [Fact]
    public void Inherited_options_are_documented_where_they_are_declared()
    {
        using var folder = new HostFolder("Good", "BuildsOnGood");
        var host = folder.Open();
        PluginDescription Described(string name) => host.Describe(host.Plugins.Single(p => p.Name == name));

        var derived = Assert.Single(Described("BuildsOnGood").Components).Options.Single(o => o.Option.Name == "weight");
        var own = Described("Good").Components.Single(c => c.Component.Id == "good-loss").Options.Single(o => o.Option.Name == "weight");

        Assert.Equal("The weight λ.", own.Summary);
        Assert.Equal(own.Summary, derived.Summary);
    }

    [Theory]
    [InlineData("StaticHang", "hanging-loss", "UFP020")]
    [InlineData("StaticThrow", "static-loss", "UFP009")]
    [InlineData("NativeMissing", "static-native-loss", "UFP021")]
    public void What_cannot_be_loaded_is_described_by_its_metadata_with_the_reason(string plugin, string id, string code)
    {
        using var folder = new HostFolder(plugin);
        var host = folder.Open(search => search with { ConstructionLimit = TimeSpan.FromSeconds(0.5), Clock = new HangClock(TimeSpan.FromSeconds(0.5)) });

        var description = host.Describe(Assert.Single(host.Plugins));

        Assert.Equal(code, description.Components.Single(c => c.Component.Id == id).Problem!.Code);
        Assert.Equal((PluginState.Faulted, code), (description.State, description.Problem!.Code));
    }

    [Fact]
    public void A_disabled_plugin_is_described_without_running_it()
    {
        using var folder = new HostFolder("Good").WithFile("Good", "disabled", "");
        var host = folder.Open();

        var description = host.Describe(Assert.Single(host.Plugins));

        Assert.Equal(PluginState.Disabled, description.State);
        var count = description.Components.Single(c => c.Component.Id == "good-loss").Options.Single(o => o.Option.Name == "count");
        Assert.Equal(("integer", "at least 1 and at most 10", (string?)null), Words(count));
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => !assembly.IsDynamic && assembly.Location.StartsWith(folder.Path, StringComparison.Ordinal));
    }

    private static (string Type, string Rules, string? Default) Words(OptionDescription option) => (option.Type, option.Rules, option.Default);
}
