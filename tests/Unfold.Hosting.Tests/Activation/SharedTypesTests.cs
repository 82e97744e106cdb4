using System.Runtime.Loader;
using Unfold.Specs;

namespace Unfold.Hosting.Tests;

public sealed class SharedTypesTests
{
    [Fact]
    public void A_plugin_implements_the_contracts_of_the_host_in_a_load_context_of_its_own()
    {
        using var folder = new HostFolder("Good").WithExperiments();
        var host = folder.Open();

        var architecture = host.Experiments.Activate("fixture").Cells[0].Create().Architecture;

        Assert.IsType<IArchitecture>(architecture, exactMatch: false);
        Assert.Equal(folder.Plugin("Good", "Good.dll"), architecture.GetType().Assembly.Location);
        Assert.NotSame(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(architecture.GetType().Assembly));
        Assert.Same(typeof(IArchitecture).Assembly, architecture.GetType().GetInterface("Unfold.IArchitecture")!.Assembly);
    }

    [Fact]
    public void A_private_dependency_is_loaded_from_the_plugins_folder()
    {
        using var folder = new HostFolder("MissingDependency", "Good");
        var host = folder.Open();

        var loss = Build(host, "halving-loss", new { });

        Assert.Equal(0.5, loss.Options.GetType().GetProperty("Weight")!.GetValue(loss.Options));
    }

    [Fact]
    public void Plugins_that_build_on_each_other_share_their_types()
    {
        using var folder = new HostFolder("Good", "BuildsOnGood");
        var host = folder.Open();

        var derived = Build(host, "derived-loss", new { teacher = new { use = "leaf" }, extra = 4 });
        var inner = derived.GetType().GetProperty("Inner")!.GetValue(derived)!;

        Assert.Same(Build(host, "good-loss", new { teacher = new { use = "leaf" } }).GetType(), inner.GetType());
    }

    [Fact]
    public void Only_the_plugins_that_are_used_are_loaded()
    {
        using var folder = new HostFolder("Good", "StaticThrow");
        var host = folder.Open();

        Build(host, "leaf", new { });

        var loaded = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic && assembly.Location.StartsWith(folder.Path, StringComparison.Ordinal));
        Assert.Equal(["Good"], loaded.Select(assembly => assembly.GetName().Name));
    }

    private static IComponent Build(PluginHost host, string id, object options) => Specimen.Loss(host, id, options);
}
