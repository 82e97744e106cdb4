namespace Unfold.Cli.Tests;

[UsesVerify]
public sealed class ListsTests
{
    [Fact]
    public Task The_experiments() => Verify(Output("list")).UseDirectory("snapshots");

    [Fact]
    public Task The_plugins() => Verify(Output("plugins", "list")).UseDirectory("snapshots");

    [Fact]
    public void A_json_document_is_all_there_is_on_standard_output()
    {
        foreach (var command in new[] { "list", "plugins list", "data list", "doctor" })
            Assert.Equal(1, (int)Newtonsoft.Json.Linq.JObject.Parse(Output([.. command.Split(' '), "--json"]))["schema"]!);
    }

    private static string Output(params string[] arguments)
    {
        var result = UnfoldProgram.Run(Path.GetTempPath(), new Dictionary<string, string>(StringComparer.Ordinal), arguments);
        Assert.True(result.ExitCode == 0, result.Text);
        return result.Output;
    }
}
