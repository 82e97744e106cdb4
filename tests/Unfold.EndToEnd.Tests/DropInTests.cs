namespace Unfold.EndToEnd.Tests;

[Collection(CloneCollection.Name)]
public sealed class DropInTests(Clone clone)
{
    private const string Plugin = "plugins/Charbonnier";
    private const string Spec = "experiments/charbonnier.json";

    [Fact]
    public void A_plugin_works_as_a_project_and_prebuilt_and_leaves_nothing_behind()
    {
        var files = Document.Read("README.md").OfType<DocumentFile>().ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);
        foreach (var (path, text) in files)
            clone.Write(path, text);
        // It brings an experiment of its own.
        clone.Write($"{Plugin}/experiments/own/blurred.json", files[Spec]);
        clone.Build();
        Assert.Contains("own/blurred", clone.Experiments());
        AssertRuns("project");

        // Switched off, it is missed by name.
        clone.Write($"{Plugin}/disabled", "");
        Assert.Contains("experiments/charbonnier.json(7,20): error UFX004: there is no loss 'charbonnier'; plugin Charbonnier has it, and is Disabled", clone.TryBuild().Text, StringComparison.Ordinal);
        clone.Delete($"{Plugin}/disabled");

        // The same plugin, prebuilt: its output in place of its sources.
        var assembly = File.ReadAllBytes(Path.Combine(clone.Output, Plugin, "Charbonnier.dll"));
        clone.Delete(Plugin);
        clone.Write($"{Plugin}/Charbonnier.dll", "");
        File.WriteAllBytes(Path.Combine(clone.Root, Plugin, "Charbonnier.dll"), assembly);
        clone.Build();
        AssertRuns("prebuilt");

        // Without the plugin its experiment is a mistake, told where the component is named.
        clone.Delete(Plugin);
        var broken = clone.TryBuild();
        Assert.NotEqual(0, broken.ExitCode);
        Assert.Contains("charbonnier.json(7,20): error UFX004: there is no loss 'charbonnier'", broken.Text, StringComparison.Ordinal);

        clone.Delete(Spec);
        clone.Build();
        Assert.DoesNotContain("charbonnier", clone.Experiments());
        Assert.DoesNotContain("own/blurred", clone.Experiments());
        Assert.DoesNotContain("Charbonnier", clone.Plugins());
        Assert.Empty(Directory.EnumerateFileSystemEntries(clone.Output, "*harbonnier*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Something_that_is_no_plugin_stops_neither_the_build_nor_the_others()
    {
        clone.Write("plugins/Junk/Junk.dll", "this is text");
        clone.Build();
        var listed = clone.Json("plugins", "list")["plugins"]!.Single(p => (string?)p["name"] == "Junk");
        Assert.Equal("Malformed", (string?)listed["state"]);
        Assert.Equal(0, clone.Unfold("run", "quickstart", "--variant", "mean", "--out", Path.Combine(clone.Root, "runs/junk")).ExitCode);
        clone.Delete("plugins/Junk");
        clone.Build();
        Assert.DoesNotContain("Junk", clone.Plugins());
    }

    [Fact]
    public void Adding_editing_and_deleting_a_spec_rebuild_the_experiments_and_nothing_else()
    {
        var others = Stamps();
        clone.Build();
        var untouched = File.GetLastWriteTimeUtc(clone.ExperimentsAssembly);
        clone.Build();
        Assert.Equal(untouched, File.GetLastWriteTimeUtc(clone.ExperimentsAssembly));

        var json = File.ReadAllText(Path.Combine(clone.Root, "experiments/quickstart.json"));
        clone.Write("experiments/more/copy.json", json);
        clone.Build();
        Assert.Contains("more/copy", clone.Experiments());

        clone.Write("experiments/more/copy.json", json.Replace("\"c-dec\": {", "\"renamed\": {", StringComparison.Ordinal).Replace("c-dec.test.mse", "renamed.test.mse", StringComparison.Ordinal));
        clone.Build();
        var copy = clone.Json("list")["experiments"]!.Single(e => (string?)e["name"] == "more/copy");
        Assert.Contains("renamed", copy["variants"]!.Select(v => (string?)v));

        clone.Delete("experiments/more");
        clone.Build();
        Assert.DoesNotContain("more/copy", clone.Experiments());
        Assert.Equal(others, Stamps());
    }

    [Fact]
    public void A_wrong_spec_is_exactly_one_error_at_its_place()
    {
        var json = File.ReadAllText(Path.Combine(clone.Root, "experiments/quickstart.json"));
        clone.Write("experiments/wrong.json", json.Replace("\"layers\"", "\"layer\"", StringComparison.Ordinal));
        var broken = clone.TryBuild();
        clone.Delete("experiments/wrong.json");
        var line = json[..json.IndexOf("\"layers\"", StringComparison.Ordinal)].Split('\n');
        Assert.NotEqual(0, broken.ExitCode);
        var errors = broken.Text.Split('\n').Where(l => l.Contains(": error ", StringComparison.Ordinal)).Distinct().ToList();
        Assert.Contains($"wrong.json({line.Length},{line[^1].Length + 1}): error UFX003: architecture 'deconet' has no option 'layer'; did you mean 'layers'?", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void The_wrapper_builds_what_has_changed_and_stops_where_a_spec_is_wrong()
    {
        var json = File.ReadAllText(Path.Combine(clone.Root, "experiments/quickstart.json"));
        clone.Write("experiments/wrapped.json", json.Replace("\"layers\"", "\"layer\"", StringComparison.Ordinal));
        var wrong = clone.Wrapper("list", "--json");
        Assert.Equal((2, ""), (wrong.ExitCode, wrong.Output));
        Assert.Contains("wrapped.json(", Assert.Single(wrong.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);

        clone.Write("experiments/wrapped.json", json);
        Assert.Contains("\"wrapped\"", clone.Wrapper("list", "--json").Output, StringComparison.Ordinal);
        clone.Delete("experiments/wrapped.json");
        Assert.DoesNotContain("wrapped", clone.Wrapper("list", "--json").Output, StringComparison.Ordinal);
    }

    private SortedDictionary<string, DateTime> Stamps() => new(
        Directory.EnumerateFiles(clone.Output, "*.dll", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "Experiments.dll")
            .ToDictionary(f => f, File.GetLastWriteTimeUtc),
        StringComparer.Ordinal);

    private void AssertRuns(string how)
    {
        Assert.Contains("Charbonnier", clone.Plugins());
        var results = clone.Json("run", "charbonnier", "--out", Path.Combine(clone.Root, "runs", how))["results"]!;
        Assert.Equal("completed", (string?)Assert.Single(results)["status"]);
        var environment = Directory.EnumerateFiles(Path.Combine(clone.Root, "runs", how), "environment.json", SearchOption.AllDirectories).Single();
        Assert.Contains("Charbonnier.dll", File.ReadAllText(environment), StringComparison.Ordinal);
    }
}
