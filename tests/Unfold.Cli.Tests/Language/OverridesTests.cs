using Newtonsoft.Json.Linq;

namespace Unfold.Cli.Tests;

public sealed class OverridesTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Several_values_and_seeds_are_cells_and_runs_with_names_of_their_own()
    {
        var results = Run("tiny.json", "architecture.layers=1,2", "seed=0:2", "--variant", "trained");
        Assert.Equal(
            ["trained[layers=1] 0", "trained[layers=1] 1", "trained[layers=2] 0", "trained[layers=2] 1"],
            results.Select(r => $"{r["cell"]} {r["seed"]}"));
        Assert.All(results, r => Assert.True(Directory.Exists(Path.Combine(_place.Root, "runs", "tiny", (string)r["cell"]!))));
    }

    [Fact]
    public void A_run_that_is_finished_under_another_name_is_not_repeated()
    {
        Run("tiny.json", "--variant", "mean");
        var again = _place.UnfoldWithoutTorch("run", "tiny.json", "architecture.use=mean", "--variant", "trained");
        Assert.Equal(ExitCode.Done, again.ExitCode);
        Assert.Contains("finished before as mean", again.Error, StringComparison.Ordinal);
        Assert.Contains("trained[architecture=mean]: the same run as mean, trained once", again.Output, StringComparison.Ordinal);

        // Whatever reads runs finds it by both names.
        Assert.Equal(["mean", "trained[architecture=mean]"], Directory.EnumerateDirectories(Path.Combine(_place.Root, "runs", "tiny")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("[trained[architecture=mean]] finished before, not repeated", _place.UnfoldWithoutTorch("run", "tiny.json", "architecture.use=mean", "--variant", "trained").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_restates_the_spec_is_the_same_run()
    {
        Run("tiny.json", "--variant", "trained");
        var again = _place.UnfoldWithoutTorch("run", "tiny.json", "architecture.layers=2", "training.optimizer={\"use\":\"adam\",\"learningRate\":0.001}", "--variant", "trained");
        Assert.Equal(ExitCode.Done, again.ExitCode);
        Assert.Contains("[trained] finished before, not repeated", again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("architecture.layer=3", "UFX003: architecture 'deconet' has no option 'layer'; did you mean 'layers'?")]
    [InlineData("architecture.layers=many", "UFX005: 'layers' is an integer")]
    [InlineData("layers=3", "UFX027: 'layers' is no path")]
    public void A_mistake_is_told_before_anything_starts(string change, string said)
    {
        var result = _place.Unfold("run", "tiny.json", change, "--variant", "trained");
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains($"override {change}(", result.Error, StringComparison.Ordinal);
        Assert.Contains($"error {said}", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_place.Root, "runs")));
    }

    [Fact]
    public void A_compiled_experiment_is_overridden_too_and_explained()
    {
        Assert.Contains("quickstart.json", Output("config", "explain", "quickstart", "architecture", "--variant", "deconet"), StringComparison.Ordinal);
        var refused = _place.Unfold("run", "quickstart", "architecture.layers=0", "--variant", "deconet");
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Contains("UFX006", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_value_is_explained_with_the_file_and_line_that_it_came_from()
    {
        File.WriteAllText(Path.Combine(_place.Root, "child.json"), """
            { "extends": "tiny.json",
              "expect": null, "seeds": [4, 5],
              "sweep": { "training.epochs": [1, 2] } }
            """);
        var values = JObject.Parse(Output("config", "explain", "child.json", "training", "--variant", "trained[epochs=2]", "--json"))["cells"]!.Single()["values"]!
            .ToDictionary(v => (string)v["path"]!, v => $"{v["value"]} {Path.GetFileName((string)v["origin"]!)}");
        Assert.Equal("2 child.json(3)", values["training.epochs"]);
        Assert.Equal("32 tiny.json(7)", values["training.batchSize"]);
        Assert.Equal("null default", values["training.gradientClip"]);
    }

    [Fact]
    public void An_abstract_spec_is_not_run()
    {
        File.WriteAllText(Path.Combine(_place.Root, "part.json"), """{ "abstract": true, "loss": { "use": "mse" } }""");
        var result = _place.Unfold("run", "part.json");
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("error UFX028", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_cell_is_told_with_those_that_there_are()
    {
        var result = _place.Unfold("run", "tiny.json", "--variant", "trained[layers=9]");
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("error UFX017", result.Error, StringComparison.Ordinal);
    }

    private JToken Run(params string[] arguments) => JObject.Parse(Output(["run", .. arguments, "--json"]))["results"]!;

    private string Output(params string[] arguments)
    {
        var result = _place.Unfold(arguments);
        Assert.True(result.ExitCode == 0, result.Text);
        return result.Output;
    }
}
