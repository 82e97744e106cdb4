namespace Unfold.Results.Tests;

public sealed class RunLookupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RunLookupTests()
    {
        foreach (var (variant, seed) in new[] { ("a", 0), ("a", 1), ("b", 0) })
            Specimen.Store(_folder.Path, new RunKey("paper/demo", variant, seed, Specimen.Hash), Specimen.Run(variant, 1, seed));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("paper/demo", 3)]
    [InlineData("paper/demo/a", 2)]
    [InlineData("paper/demo/a/1-aaaaaaaaaaaa", 1)]
    [InlineData("paper/demo/c", 0)]
    [InlineData("demo.json", 0)]
    public void Every_command_knows_the_same_names(string name, int runs) => Assert.Equal(runs, RunLookup.Find(_folder.Path, name).Count);

    [Fact]
    public void Folders_need_no_output_folder()
    {
        Assert.Equal(2, RunLookup.Find("nowhere", _folder["paper", "demo", "a"]).Count);
        Assert.Single(RunLookup.Find("nowhere", _folder["paper", "demo", "a", "1-aaaaaaaaaaaa"] + "/"));
        Assert.Equal(3, RunLookup.Find(_folder.Path, ["paper/demo/a", "paper/demo"]).Count);
        Assert.Equal("UFR005", Assert.Throws<ResultsException>(() => RunLookup.Find(_folder.Path, ["paper/demo", "other"])).Code);
    }
}
