using Newtonsoft.Json.Linq;

namespace Unfold.EndToEnd.Tests;

/// <summary>A plugin outside any clone, from the packages alone.</summary>
[Collection(CloneCollection.Name)]
public sealed class OutsideTests(Clone clone) : IDisposable
{
    private static readonly string[] Packed = ["Unfold.Abstractions", "Unfold.Specs", "Unfold.Results", "Unfold.Engine", "Unfold.Testing"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-outside-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_plugin_from_the_template_builds_from_the_packages_passes_its_tests_and_trains()
    {
        Pack();
        UseAPackageFolderOfItsOwn();
        var hive = Path.Combine(_folder.FullName, "hive");
        Succeed(_folder.FullName, "dotnet", "new", "install", Path.Combine(clone.Root, "templates"), "--debug:custom-hive", hive);
        Succeed(_folder.FullName, "dotnet", "new", "unfold-plugin", "-n", "Far.Net", "--debug:custom-hive", hive);
        var project = Path.Combine(_folder.FullName, "Far.Net");

        Assert.Contains("Passed!", Succeed(project, "dotnet", "test", "tests").Output, StringComparison.Ordinal);
        Succeed(project, "dotnet", "build", "Far.Net.csproj", "-c", "Release", "-o", "artifacts/Far.Net");
        Assert.Equal(
            ["Far.Net.deps.json", "Far.Net.dll", "Far.Net.pdb", "Far.Net.xml"],
            Directory.EnumerateFileSystemEntries(Path.Combine(project, "artifacts/Far.Net")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        var plugin = JObject.Parse(Unfold(project, "plugins", "inspect", "Far.Net", "--json").Output)["plugins"]![0]!;
        Assert.Equal("Active", (string?)plugin["state"]);
        Assert.Equal(8, (int)plugin["components"]![0]!["options"]!.Single(o => (string?)o["name"] == "layers")["default"]!);
        var results = JObject.Parse(Unfold(project, "run", "./experiments/far-net.json", "--variant", "short", "--json").Output)["results"]!;
        Assert.Equal("completed", (string?)Assert.Single(results)["status"]);
    }

    private string Packages => Path.Combine(_folder.FullName, "packages");

    private void Pack()
    {
        clone.Run("dotnet", "new", "sln", "-n", "packed", "-o", "runs/packed", "--format", "slnx");
        clone.Run("dotnet", ["sln", "runs/packed/packed.slnx", "add", .. Packed.Select(name => $"src/{name}/{name}.csproj")]);
        var packed = clone.Run("dotnet", "pack", "runs/packed/packed.slnx", "-c", "Release", "-o", Path.Combine(_folder.FullName, "feed"), "--nologo", "-v", "q");
        Assert.True(packed.ExitCode == 0, packed.Text);
    }

    // Packages that the tests make must not stay in the folder that all projects of this machine share; what they need of that is linked.
    private void UseAPackageFolderOfItsOwn()
    {
        var shared = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        foreach (var package in new DirectoryInfo(shared).EnumerateDirectories().Where(p => !p.Name.StartsWith("unfold.", StringComparison.OrdinalIgnoreCase)))
            Directory.CreateSymbolicLink(Path.Combine(Directory.CreateDirectory(Packages).FullName, package.Name), package.FullName);
        File.WriteAllText(Path.Combine(_folder.FullName, "nuget.config"), """
            <configuration>
              <packageSources>
                <add key="unfold" value="feed" />
              </packageSources>
            </configuration>
            """);
    }

    private ProcessResult Unfold(string folder, params string[] arguments) => Succeed(folder, "dotnet", [Path.Combine(clone.Output, "Unfold.Cli.dll"), .. arguments]);

    private ProcessResult Succeed(string folder, string program, params string[] arguments)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["NUGET_PACKAGES"] = Packages, ["UNFOLD_PLUGINS"] = Path.Combine(folder, "artifacts") };
        var result = Clone.RunIn(folder, environment, program, arguments);
        Assert.True(result.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {result.Text}");
        return result;
    }
}
