using Newtonsoft.Json.Linq;

namespace Unfold.Cli.Tests.Plugins;

/// <summary><c>unfold plugins inspect</c>, as a process.</summary>
public sealed class InspectTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-inspect-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_plugin_is_described_with_its_file_its_components_and_their_options()
    {
        var result = Inspect("unfold.losses");

        Assert.True(result.ExitCode == 0, result.Text);
        Assert.StartsWith("Unfold.Losses 0.1.0.0 (Active)", result.Output, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("plugins", "Unfold.Losses", "Unfold.Losses.dll"), result.Output, StringComparison.Ordinal);
        Assert.Matches("SHA-256 +[0-9a-f]{64}\n", result.Output.ReplaceLineEndings("\n"));
        Assert.Contains("contracts  1.0", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nloss huber\n", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Matches(@"\n  delta: number; above 0.*; default 1\n      \S", result.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void As_json_types_ranges_and_defaults_are_values()
    {
        var plugin = (JObject)JObject.Parse(Inspect("Unfold.Losses", "--json").Output)["plugins"]![0]!;
        var delta = plugin["components"]!.Single(c => (string?)c["id"] == "huber")["options"]!.Single(o => (string?)o["name"] == "delta");

        Assert.Equal("Active", (string?)plugin["state"]);
        Assert.Equal(("number", 1.0), ((string?)delta["type"], (double)delta["default"]!));
        Assert.Equal((0.0, true), ((double)delta["range"]!["minimum"]!, (bool)delta["range"]!["minimumIsExclusive"]!));
        Assert.NotNull((string?)delta["summary"]);
    }

    [Fact]
    public void What_is_wrong_with_a_plugin_is_said_with_its_mend()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "Broken"));
        File.WriteAllText(Path.Combine(_folder.FullName, "Broken", "Broken.dll"), "text");

        var result = Inspect("Broken");

        Assert.True(result.ExitCode == 0, result.Text);
        Assert.StartsWith("Broken (Malformed)", result.Output, StringComparison.Ordinal);
        Assert.Contains("UFP002: its file is not a .NET assembly", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_is_an_error_with_the_nearest_one()
    {
        var result = Inspect("Unfold.Loses");

        Assert.Equal((ExitCode.Plugin, ""), (result.ExitCode, result.Output));
        Assert.Contains("error UFP018: there is no plugin 'Unfold.Loses'; did you mean 'Unfold.Losses'", result.Error, StringComparison.Ordinal);
    }

    private ProgramResult Inspect(params string[] arguments) => UnfoldProgram.Run(
        _folder.FullName, new Dictionary<string, string>(StringComparer.Ordinal) { ["UNFOLD_PLUGINS"] = _folder.FullName }, ["plugins", "inspect", .. arguments]);
}
