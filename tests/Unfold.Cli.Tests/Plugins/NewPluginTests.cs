using Newtonsoft.Json.Linq;
using Unfold.Cli.Templates;

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
        Assert.Contains("[Component(\"my-net\")]", File.ReadAllText(Path.Combine(folder, "MyNetLoss.cs")), StringComparison.Ordinal);

        var again = Run("new", "plugin", "My.Net", "--kind", "dataset");
        Assert.Equal(ExitCode.Plugin, again.ExitCode);
        Assert.Contains($"error UFP024: {folder} is there already", again.Error, StringComparison.Ordinal);
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
