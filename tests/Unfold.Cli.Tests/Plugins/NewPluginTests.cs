using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Unfold.Cli.Templates;
using Unfold.Hosting;

namespace Unfold.Cli.Tests.Plugins;

public sealed class NewPluginTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-new-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("MyNet")]
    [InlineData("My.Net")]
    [InlineData("Net2D")]
    [InlineData("my-net_2")]
    [InlineData("M")]
    public void Names_of_letters_digits_dots_hyphens_and_underscores_are_good(string name) => PluginName.Check(name, UnfoldProgram.Folder);

    [Theory]
    [InlineData("", "begins with a letter")]
    [InlineData("2Net", "begins with a letter")]
    [InlineData("My Net", "begins with a letter")]
    [InlineData("Näme", "letters from a to z")]
    [InlineData("My..Net", "single dots")]
    [InlineData("../up", "begins with a letter")]
    [InlineData("Net.", "single dots")]
    [InlineData("My.Tests", "are tests")]
    [InlineData("TorchSharp", "an assembly of the host")]
    [InlineData("Lab.class", "'class' has a meaning")]
    [InlineData("Math", "'Math' has a meaning")]
    [InlineData("torch", "'torch' has a meaning")]
    [InlineData("Unfold", "what a plugin is built with")]
    [InlineData("Xunit", "what a plugin is built with")]
    [InlineData("xunit", "what a plugin is built with")]
    public void Impossible_names_are_refused_with_the_reason(string name, string reason)
    {
        var refusal = Assert.Throws<UnfoldException>(() => PluginName.Check(name, UnfoldProgram.Folder));

        Assert.Equal("UFP024", refusal.Code);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("MyNet", refusal.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void The_kinds_are_those_of_the_template()
    {
        var template = JObject.Parse(File.ReadAllText(Path.Combine(UnfoldProgram.Folder, "templates/unfold-plugin/.template.config/template.json")));

        Assert.Equal(PluginTemplate.Kinds, template["symbols"]!["kind"]!["choices"]!.Select(c => (string?)c["choice"]));
        Assert.Equal(PluginTemplate.Kinds[0], (string?)template["symbols"]!["kind"]!["defaultValue"]);
    }

    [Fact]
    public void A_plugin_is_written_into_the_current_folder_where_there_is_no_repository_and_never_over_another()
    {
        var written = Run("new", "plugin", "My.Net", "--kind", "loss");

        Assert.True(written.ExitCode == 0, written.Text);
        var folder = Path.Combine(_folder.FullName, "My.Net");
        Assert.Equal(folder, written.Output.Trim());
        Assert.Equal(
            ["My.Net.csproj", "MyNetLoss.cs", "MyNetOptions.cs", "README.md", "experiments/my-net.json", "tests/My.Net.Tests.csproj", "tests/MyNetLossTests.cs", "tests/TorchSetup.cs"],
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal(["My.Net"], _folder.EnumerateFileSystemInfos().Select(f => f.Name));
        Assert.Contains("[Component(\"my-net\")]", File.ReadAllText(Path.Combine(folder, "MyNetLoss.cs")), StringComparison.Ordinal);

        var again = Run("new", "plugin", "My.Net", "--kind", "dataset");
        Assert.Equal(ExitCode.Plugin, again.ExitCode);
        Assert.Contains($"error UFP024: {folder} is there already", again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MyNet")]
    [InlineData("My.Net")]
    [InlineData("MNISTLoss")]
    [InlineData("Blobs2D")]
    [InlineData("Net2Deep")]
    [InlineData("signs_of-one")]
    [InlineData("ABCd9Ef")]
    [InlineData("x")]
    public void The_id_is_the_one_that_the_template_makes_of_the_name(string name)
    {
        var forms = JObject.Parse(File.ReadAllText(Path.Combine(UnfoldProgram.Folder, "templates/unfold-plugin/.template.config/template.json")))["forms"]!;
        var expected = forms["componentId"]!["steps"]!.Select(step => (string)step!).Aggregate(name, (text, step) => step == "lowerCaseInvariant"
            ? text.ToLowerInvariant()
            : Regex.Replace(text, (string)forms[step]!["pattern"]!, (string)forms[step]!["replacement"]!, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));

        Assert.Equal(expected, PluginId.Of(name));
    }

    [Theory]
    [InlineData("Ista", "architecture", "its architecture would be 'ista', which Unfold.SparseRecovery brings already")]
    [InlineData("Phantoms", "dataset", "its dataset would be 'phantoms', which Unfold.Datasets brings already")]
    [InlineData("Quickstart", "loss", "its experiment would be 'quickstart', which is there already (experiments/quickstart.json)")]
    public void A_name_whose_id_is_taken_is_refused_before_anything_is_written(string name, string kind, string reason)
    {
        var result = Run("new", "plugin", name, "--kind", kind);

        Assert.Equal((ExitCode.Plugin, ""), (result.ExitCode, result.Output));
        Assert.Equal($"error UFP024: a plugin cannot be called '{name}': {reason}; choose another name, such as My{name}", result.Error.Trim());
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public void An_id_of_another_kind_is_free() =>
        PluginId.Check(PluginHost.Open(new PluginSearch { HostFolder = UnfoldProgram.Folder }), root: null, "Phantoms", "loss");

    [Theory]
    [InlineData("experiments/my-net.json")]
    [InlineData("plugins/Other/experiments/my-net.json")]
    public void An_experiment_of_the_repository_that_was_not_built_counts_too(string file)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "{}");
        File.WriteAllText(Path.Combine(_folder.FullName, "Research.sln"), "");

        var result = Run("new", "plugin", "MyNet");

        Assert.Contains($"its experiment would be 'my-net', which is there already ({path})", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_its_place_is_told_and_left()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "taken"), "mine");

        var result = Run("new", "plugin", "MyNet", "--out", "taken");

        Assert.Equal($"error UFP024: {Path.Combine(_folder.FullName, "taken")} is there already; choose another name or another folder (--out), or delete it first", result.Error.Trim());
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_folder.FullName, "taken")));
    }

    [SkippableFact]
    public void A_folder_that_cannot_be_made_is_not_the_fault_of_the_sdk()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "there is no /proc");
        var result = Run("new", "plugin", "MyNet", "--out", "/proc/MyNet");

        Assert.Equal(ExitCode.Plugin, result.ExitCode);
        Assert.StartsWith("error UFP024: /proc/MyNet cannot be made: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("choose another folder (--out)", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("dotnet --version", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_that_was_stopped_leaves_nothing_behind()
    {
        using var stopped = new CancellationTokenSource();
        // Deterministic: the flag is set when the first file of the SDK's is there.
        using var watch = new FileSystemWatcher(_folder.FullName) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        watch.Created += (_, made) =>
        {
            if (File.Exists(made.FullPath))
                stopped.Cancel();
        };

        Assert.ThrowsAny<OperationCanceledException>(() => PluginTemplate.Create(UnfoldProgram.Folder, "MyNet", "loss", Path.Combine(_folder.FullName, "MyNet"), stopped.Token));

        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public void An_sdk_that_fails_leaves_nothing_behind()
    {
        Assert.Throws<UnfoldException>(() => PluginTemplate.Create("/nowhere", "MyNet", "loss", Path.Combine(_folder.FullName, "MyNet"), CancellationToken.None));

        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public void A_kind_that_is_none_is_refused()
    {
        var result = Run("new", "plugin", "MyNet", "--kind", "networks");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("there is no template for the kind 'networks'; known: architecture, dataset", Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private ProgramResult Run(params string[] arguments) => UnfoldProgram.Run(_folder.FullName, new Dictionary<string, string>(StringComparer.Ordinal), arguments);
}
