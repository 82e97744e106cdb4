using Unfold.Cli.Conformance;
using Unfold.Engine.Optimizers;
using Unfold.Hosting;
using Unfold.Testing;

namespace Unfold.Conformance.Tests;

/// <summary>Every component that ships passes the suite: a new one is found here without an edit.</summary>
public sealed class CatalogueTests
{
    private static readonly PluginHost Host = PluginHost.Open(new PluginSearch { HostFolder = Path.GetDirectoryName(Built.Program)!, BuiltIn = [typeof(Adam).Assembly] });

    // Their files are downloads, which need not be there.
    private static readonly string[] Unseen = ["dataset cifar10", "dataset image-folder", "dataset mnist"];

    public static TheoryData<string, string> Components
    {
        get
        {
            var components = new TheoryData<string, string>();
            foreach (var entry in Host.Catalog.Entries)
                components.Add(entry.Component.Kind, entry.Component.Id);
            return components;
        }
    }

    [Fact]
    public void Every_plugin_is_active() => Assert.DoesNotContain(Host.Plugins, p => p.Problem is not null);

    [Theory]
    [MemberData(nameof(Components))]
    public void A_shipped_component_keeps_its_contract(string kind, string id)
    {
        using var files = new SampleFiles();
        var found = new ComponentCheck(Host, [Host.Read(files.Experiment())]).Of(Host.Catalog.Find(kind, id)!).ToList();
        Assert.NotEmpty(found);
        var results = found.SelectMany(c => c.Checks).ToList();
        Assert.All(results, r => Assert.False(r.Failed, r.ToString()));
        Assert.All(results, r => Assert.False(string.IsNullOrWhiteSpace(r.Message), r.Check));
        // More than its options and its constructor, or what the suite says of it is worth nothing.
        Assert.True(found.Any(c => c.IsTried) || Unseen.Contains($"{kind} {id}"), $"{found[0].Refusal}");
    }
}
