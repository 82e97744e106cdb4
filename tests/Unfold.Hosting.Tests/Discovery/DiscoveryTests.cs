using static Unfold.Hosting.Tests.PluginStatesTests;

namespace Unfold.Hosting.Tests;

public sealed class DiscoveryTests
{
    [Fact]
    public void Plugins_are_listed_by_ordinal_name_whatever_the_file_system_says()
    {
        using var folder = new HostFolder();
        foreach (var name in new[] { "b", "C", "a", "B" })
            folder.WithFile(name, "x", "");

        Assert.Equal(["B", "C", "a", "b"], PluginDiscovery.Find(folder.Search).Select(candidate => candidate.Name));
    }

    [Fact]
    public void Further_folders_hold_plugins_or_are_plugins()
    {
        using var folder = new HostFolder("Good");
        using var elsewhere = new TemporaryFolder();
        TemporaryFolder.Copy(Fixture.Plugin("StaticThrow"), elsewhere["many", "StaticThrow"]);
        TemporaryFolder.Copy(Fixture.Plugin("ThrowingConstructor"), elsewhere["ThrowingConstructor"]);

        var host = folder.Open(search => search with { Folders = [elsewhere["ThrowingConstructor"] + Path.DirectorySeparatorChar, elsewhere["many"]] });

        Assert.Equal(["Good", "ThrowingConstructor", "StaticThrow"], host.Plugins.Select(plugin => plugin.Name));
        Assert.All(host.Plugins, plugin => Assert.Equal(PluginState.Active, plugin.State));
    }

    [Fact]
    public void A_folder_named_twice_is_searched_once()
    {
        using var folder = new HostFolder("Good");

        Assert.Single(folder.Open(search => search with { Folders = [folder.Plugin("Good"), Path.Combine(folder.Path, "plugins")] }).Plugins);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_reported()
    {
        using var folder = new HostFolder("Good");

        var host = folder.Open(search => search with { Folders = ["/nowhere/at/all"] });

        AssertProblem(host.Plugins[1], PluginState.Malformed, "UFP013", "does not exist");
    }

    [Fact]
    public void The_first_of_two_plugins_of_one_name_shadows_the_second()
    {
        using var folder = new HostFolder("Good");
        using var elsewhere = new TemporaryFolder();
        TemporaryFolder.Copy(Fixture.Plugin("Good"), elsewhere["Good"]);

        var host = folder.Open(search => search with { Folders = [elsewhere.Path] });

        Assert.Equal(PluginState.Active, host.Plugins[0].State);
        AssertProblem(host.Plugins[1], PluginState.Shadowed, "UFP011", folder.Plugin("Good", "Good.dll"));
    }

    [Fact]
    public void A_file_named_disabled_switches_a_plugin_off_and_lets_another_of_its_name_in()
    {
        using var folder = new HostFolder("Good").WithFile("Good", "disabled", "");
        using var elsewhere = new TemporaryFolder();
        TemporaryFolder.Copy(Fixture.Plugin("Good"), elsewhere["Good"]);

        var host = folder.Open(search => search with { Folders = [elsewhere.Path] });

        AssertProblem(host.Plugins[0], PluginState.Disabled, "UFP010", "file 'disabled'");
        Assert.Equal(PluginState.Active, host.Plugins[1].State);
    }

    [Fact]
    public void A_disabled_plugin_is_not_even_opened()
    {
        using var folder = new HostFolder().WithFile("Broken", "Broken.dll", "text").WithFile("Broken", "disabled", "");

        AssertProblem(Assert.Single(folder.Open().Plugins), PluginState.Disabled, "UFP010", "disabled");
    }

    [Fact]
    public void The_environment_switches_plugins_off_by_name()
    {
        using var folder = new HostFolder("Good", "StaticThrow");

        var host = folder.Open(search => search with { Disabled = ["good"] });

        AssertProblem(host.Plugins[0], PluginState.Disabled, "UFP010", PluginSearch.DisabledVariable);
        Assert.Equal(PluginState.Active, host.Plugins[1].State);
    }

    [Fact]
    public void A_plugin_may_build_on_another_active_plugin()
    {
        using var folder = new HostFolder("Good", "BuildsOnGood");

        Assert.All(folder.Open().Plugins, plugin => Assert.Equal(PluginState.Active, plugin.State));
    }

    [Fact]
    public void A_plugin_that_builds_on_a_disabled_one_lacks_a_dependency()
    {
        using var folder = new HostFolder("Good", "BuildsOnGood");

        var host = folder.Open(search => search with { Disabled = ["Good"] });

        AssertProblem(host.Plugins[0], PluginState.Faulted, "UFP004", "needs Good");
    }

    [Fact]
    public void A_host_without_plugins_has_an_empty_catalogue()
    {
        using var folder = new HostFolder();

        Assert.Empty(folder.Open().Catalog.Entries);
    }
}
