namespace Unfold.EndToEnd.Tests;

/// <summary>Plugins from the template, in a clone: each builds, is found, passes its tests, and its experiment runs.</summary>
[Collection(CloneCollection.Name)]
public sealed class TemplateTests(Clone clone)
{
    // Names of every sort there is, and both commands.
    private static readonly (string Kind, string Name, string Id, bool IsDotnetNew)[] Plugins =
    [
        ("architecture", "My.Net", "my-net", true),
        ("dataset", "Blobs2D", "blobs2d", true),
        ("measurement", "signs_of-one", "signs-of-one", true),
        ("continuation", "SlowSmoothing", "slow-smoothing", false),
        ("loss", "MNISTLoss", "mnist-loss", false),
    ];

    [Fact]
    public void Every_kind_builds_is_found_passes_its_tests_and_its_experiment_runs()
    {
        var hive = Path.Combine(clone.Root, "runs/hive");
        Succeed("dotnet", "new", "install", "./templates", "--debug:custom-hive", hive);
        foreach (var (kind, name, _, isDotnetNew) in Plugins)
        {
            if (isDotnetNew)
                Succeed("dotnet", "new", "unfold-plugin", "-n", name, "--kind", kind, "-o", $"plugins/{name}", "--debug:custom-hive", hive);
            else
                Succeed("dotnet", Path.Combine(clone.Output, "Unfold.Cli.dll"), "new", "plugin", name, "--kind", kind);
        }

        try
        {
            AssertTheSame(hive);
            clone.Build();
            var listed = clone.Json("plugins", "list")["plugins"]!.ToDictionary(p => (string)p["name"]!, p => (string?)p["state"]);
            Assert.All(Plugins, plugin => Assert.Equal("Active", listed[plugin.Name]));
            Assert.All(Plugins, plugin => Assert.Contains(plugin.Id, clone.Experiments()));
            TestAll();
            Assert.All(Plugins, plugin => Assert.All(
                clone.Json("run", plugin.Id, "--out", Path.Combine(clone.Root, "runs", plugin.Id))["results"]!,
                result => Assert.Equal("completed", (string?)result["status"])));
        }
        finally
        {
            foreach (var (_, name, _, _) in Plugins)
                clone.Delete($"plugins/{name}");
        }

        clone.Build();
        Assert.Empty(clone.Plugins().Intersect(Plugins.Select(p => p.Name)));
        Assert.Empty(clone.Experiments().Intersect(Plugins.Select(p => p.Id)));
    }

    // One build of all of them: five would do the same work five times.
    private void TestAll()
    {
        Succeed("dotnet", "new", "sln", "-n", "tested", "-o", "runs/tested", "--format", "slnx");
        Succeed("dotnet", ["sln", "runs/tested/tested.slnx", "add", .. Plugins.Select(p => $"plugins/{p.Name}/tests/{p.Name}.Tests.csproj")]);
        var tested = Succeed("dotnet", "test", "runs/tested/tested.slnx", "-c", "Release", "--nologo");
        Assert.All(Plugins, plugin => Assert.Matches($@"Passed!.*{plugin.Name}\.Tests\.dll", tested.Output));
    }

    // 'unfold new plugin' is the same template, to the byte.
    private void AssertTheSame(string hive)
    {
        var (kind, name, _, _) = Plugins[^1];
        Succeed("dotnet", "new", "unfold-plugin", "-n", name, "--kind", kind, "-o", "runs/again", "--debug:custom-hive", hive);
        Assert.Equal(Files("runs/again"), Files($"plugins/{name}"));
    }

    private SortedDictionary<string, string> Files(string folder)
    {
        var root = Path.Combine(clone.Root, folder);
        return new(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(root, f), File.ReadAllText), StringComparer.Ordinal);
    }

    private ProcessResult Succeed(string program, params string[] arguments)
    {
        var result = clone.Run(program, arguments);
        Assert.True(result.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {result.Text}");
        return result;
    }
}
