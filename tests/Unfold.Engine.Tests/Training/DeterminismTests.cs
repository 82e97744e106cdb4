using TorchSharp;
using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Tests;

public sealed class DeterminismTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_spec_gives_the_same_parameters_and_the_same_metrics_file()
    {
        var (first, second) = (Run(Specimen.Spec), Run(Specimen.Spec));
        Assert.NotEqual(first.Folder, second.Folder);
        Assert.Equal(first.Result.ParametersSha256, second.Result.ParametersSha256);
        Assert.Equal(File.ReadAllBytes(Path.Combine(first.Folder, RunFiles.Metrics)), File.ReadAllBytes(Path.Combine(second.Folder, RunFiles.Metrics)));
        Assert.Equal(Comparable(first), Comparable(second));
    }

    [Fact]
    public void Another_seed_gives_other_parameters() =>
        Assert.NotEqual(Run(Specimen.Spec).Result.ParametersSha256, Run(Specimen.Spec with { Seed = 4 }).Result.ParametersSha256);

    [Fact]
    public void A_network_of_torchs_own_random_modules_is_reproducible_whatever_ran_before()
    {
        var spec = Specimen.Spec with { Architecture = new DropoutArchitecture(new DropoutOptions()) };
        var first = Run(spec);
        using var disturbance = torch.randn(1000);
        Assert.Equal(first.Result.ParametersSha256, Run(spec).Result.ParametersSha256);
        Assert.NotEqual(first.Result.ParametersSha256, Run(spec with { Architecture = new DropoutArchitecture(new DropoutOptions { Rate = 0.5 }) }).Result.ParametersSha256);
    }

    [Fact]
    public void A_finished_run_is_not_repeated_unless_forced()
    {
        var run = new TrainingRun("x", "v", Specimen.Spec);
        var options = new RunOptions { OutFolder = _folder.Path };
        var first = run.Execute(options, new Quiet());
        var again = run.Execute(options, new Quiet());
        Assert.True(again.WasThere);
        Assert.Equal(first.Folder, again.Folder);
    }

    private RunOutcome Run(TrainingSpec spec) => new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet());

    private static List<KeyValuePair<string, double>> Comparable(RunOutcome outcome) => [.. outcome.Result.Metrics.Where(m => !MetricNames.IsOfTheMachine(m.Key))];
}
