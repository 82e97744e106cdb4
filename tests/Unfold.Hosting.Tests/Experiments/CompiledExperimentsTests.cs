namespace Unfold.Hosting.Tests;

public sealed class CompiledExperimentsTests
{
    [Fact]
    public void Experiments_are_listed_by_name_from_metadata()
    {
        using var folder = new HostFolder().WithExperiments();

        var declared = folder.Open().Experiments.Declared;

        Assert.Equal(["another/one", "fixture"], declared.Select(experiment => experiment.Name));
        Assert.Equal("experiments/fixture.json", declared[1].Source);
        Assert.Equal("Written by hand.", declared[1].Description);
        Assert.Equal(["plain", "throws", "static"], declared[1].Variants);
        Assert.Equal("Fixtures.FixtureExperiment", declared[1].TypeName);
    }

    [Fact]
    public void A_host_without_compiled_experiments_lists_none()
    {
        using var folder = new HostFolder("Good");

        Assert.Empty(folder.Open().Experiments.Declared);
    }

    [Fact]
    public void A_damaged_experiments_assembly_is_a_coded_error()
    {
        using var folder = new HostFolder("Good").WithExperiments();
        File.WriteAllText(folder.Open().Experiments.Path, "text");

        Assert.Equal("UFP002", Assert.Throws<UnfoldException>(() => folder.Open().Experiments.Declared).Code);
    }

    [Fact]
    public void An_experiment_is_built_from_the_plugins_that_the_host_loaded()
    {
        using var folder = new HostFolder("Good", "StaticThrow", "ThrowingConstructor").WithExperiments();
        var host = folder.Open();

        var run = host.Experiments.Activate("fixture").Cells[0].Create();

        Assert.Equal(7, run.Seed);
        Assert.Same(run.Architecture.GetType().Assembly, run.Dataset.GetType().Assembly);
        Assert.Equal(["Good"], host.UsedBy(run).Select(plugin => plugin.Name));
        Assert.Equal(host.Plugins[0].Sha256, host.UsedBy(run)[0].Sha256);
    }

    [Theory]
    [InlineData(1, "UFP007", "ThrowingConstructor", "loss 'throwing-loss'")]
    [InlineData(2, "UFP009", "StaticThrow", "loss 'static-loss'")]
    public void A_component_that_fails_in_a_compiled_experiment_is_named(int variant, string code, string plugin, string component)
    {
        using var folder = new HostFolder("Good", "StaticThrow", "ThrowingConstructor").WithExperiments();
        var variants = folder.Open().Experiments.Activate("fixture").Cells;

        var failure = Assert.Throws<PluginException>(variants[variant].Create);

        Assert.Equal((code, plugin), (failure.Code, failure.Plugin));
        Assert.Contains(component, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_whose_plugin_is_disabled_says_so()
    {
        using var folder = new HostFolder("Good", "StaticThrow", "ThrowingConstructor").WithExperiments();
        var host = folder.Open(search => search with { Disabled = ["Good"] });

        var failure = Assert.Throws<PluginException>(() => host.Experiments.Activate("fixture").Cells[0].Create());

        Assert.Equal(("UFP014", "Good"), (failure.Code, failure.Plugin));
        Assert.Contains("UFP010", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_whose_plugin_is_gone_says_so()
    {
        using var folder = new HostFolder().WithExperiments();

        var failure = Assert.Throws<PluginException>(() => folder.Open().Experiments.Activate("fixture").Cells[0].Create());

        Assert.Equal("UFP014", failure.Code);
        Assert.Contains("not installed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_experiment_is_refused_with_the_nearest_names()
    {
        using var folder = new HostFolder().WithExperiments();

        var failure = Assert.Throws<UnfoldException>(() => folder.Open().Experiments.Activate("fixtur"));

        Assert.Equal("UFX016", failure.Code);
        Assert.Contains("'fixture'", failure.Message + failure.Mend, StringComparison.Ordinal);
    }
}
