namespace Unfold.Hosting.Tests;

public sealed class PluginFailuresTests
{
    [Fact]
    public void A_constructor_that_throws_is_named_with_its_plugin_and_component()
    {
        using var folder = new HostFolder("Good", "ThrowingConstructor");
        var host = folder.Open();

        var failure = Assert.Throws<PluginException>(() => Specimen.Loss(host, "throwing-loss", new { }));

        Assert.Equal("UFP007", failure.Code);
        Assert.Equal("plugin ThrowingConstructor: the constructor of loss 'throwing-loss' threw InvalidOperationException: This loss never works", failure.Message);
        Assert.Equal(PluginState.Faulted, failure.Problem.State);
        Assert.IsType<InvalidOperationException>(failure.InnerException);
        Assert.Equal("Good.LeafLoss", Specimen.Loss(host, "leaf", new { }).GetType().FullName);
    }

    [Fact]
    public void A_coded_error_of_a_constructor_passes_unchanged()
    {
        using var folder = new HostFolder("Good", "ThrowingConstructor");
        var host = folder.Open();

        var failure = Assert.Throws<UnfoldException>(() => Specimen.Loss(host, "throwing-loss", new { coded = true }));

        Assert.Equal(("UFD001", "fetch it"), (failure.Code, failure.Mend));
    }

    [Fact]
    public void A_static_constructor_that_throws_is_a_failure_of_the_type()
    {
        using var folder = new HostFolder("Good", "StaticThrow");
        var host = folder.Open();

        var failure = Assert.Throws<PluginException>(() => Specimen.Loss(host, "static-loss", new { }));

        Assert.Equal("UFP009", failure.Code);
        Assert.Contains("FormatException", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_finds_static_constructors_that_throw_and_leaves_the_other_plugins_alone()
    {
        using var folder = new HostFolder("Good", "StaticThrow");
        var host = folder.Open();

        var reports = host.Plugins.Select(host.Check).ToList();

        Assert.Equal([PluginState.Active, PluginState.Faulted], reports.Select(report => report.State));
        Assert.Equal("UFP009", reports[1].Problem!.Code);
    }

    [Fact]
    public void A_check_finds_a_plugin_that_offers_nothing_and_names_what_it_may_have_meant()
    {
        using var folder = new HostFolder("Good", "Unmarked");
        var host = folder.Open();

        var reports = host.Plugins.Select(host.Check).ToList();

        Assert.Equal([PluginState.Active, PluginState.Malformed], reports.Select(report => report.State));
        Assert.Equal("UFP008", reports[1].Problem!.Code);
        Assert.Equal("it offers no component: Unmarked.ForgottenLoss implements a contract and does not carry [Component]", reports[1].Problem!.Reason);
        // As before for those who only list: it does no harm.
        Assert.Equal(PluginState.Active, host.Plugins[1].State);
    }

    [Fact]
    public void A_dependency_that_vanished_after_inspection_is_named()
    {
        using var folder = new HostFolder("Good", "MissingDependency");
        var host = folder.Open();
        File.Delete(folder.Plugin("MissingDependency", "Companion.dll"));

        var failure = Assert.Throws<PluginException>(() => Specimen.Loss(host, "halving-loss", new { }));

        Assert.Equal("UFP004", failure.Code);
        Assert.Contains("Companion", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_dependencies_that_was_damaged_after_inspection_is_told()
    {
        using var folder = new HostFolder("Good");
        var host = folder.Open();
        folder.WithFile("Good", "Good.deps.json", "{}");

        var failure = Assert.Throws<PluginException>(() => Specimen.Loss(host, "leaf", new { }));

        Assert.Equal("UFP002", failure.Code);
        Assert.Equal("plugin Good: Good.deps.json, the list of its dependencies, is damaged: it has no runtimeTarget", failure.Message);
    }

    [Theory]
    [InlineData("native-loss")]
    [InlineData("static-native-loss")]
    public void A_native_library_that_is_not_there_is_named_and_the_other_plugins_work(string id)
    {
        using var folder = new HostFolder("Good", "NativeMissing");
        var host = folder.Open();

        var failure = Assert.Throws<PluginException>(() => Specimen.Loss(host, id, new { }));

        Assert.Equal(("UFP021", PluginState.Faulted), (failure.Code, failure.Problem.State));
        Assert.Equal($"plugin NativeMissing: loss '{id}' needs the native library 'unfold-nowhere', which cannot be loaded", failure.Message);
        Assert.Contains("native libraries included", failure.Mend, StringComparison.Ordinal);
        Assert.Equal("Good.LeafLoss", Specimen.Loss(host, "leaf", new { }).GetType().FullName);
    }

    [Fact]
    public void A_function_that_a_native_library_lacks_is_named()
    {
        var problem = LoadFailure.Explain("loss 'x'", new EntryPointNotFoundException("Unable to find an entry point named 'weight' in shared library 'libc'."))!;

        Assert.Equal("UFP021", problem.Code);
        Assert.Contains("'weight' in shared library 'libc'", problem.Reason, StringComparison.Ordinal);
    }
}
