using TorchSharp;
using Unfold.Continuation;
using Unfold.Deconet;
using Unfold.Engine.Identity;
using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Tests;

public sealed class HomotopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_training_step_asks_for_its_place_on_the_path_and_evaluation_never_does()
    {
        var homotopy = new SteppingHomotopy();
        var spec = Specimen.Spec with { Training = Specimen.Training with { ValidationFraction = 0.2, Homotopy = homotopy } };
        Run(spec);
        // 48 signals in batches of 16, two epochs.
        Assert.Equal(Enumerable.Range(0, 6).Select(i => i / 6.0), homotopy.Asked);
    }

    [Fact]
    public void Training_sees_what_the_path_shows_and_evaluation_the_real_measurements()
    {
        var plain = Run(Specimen.Spec);
        var black = Run(Specimen.Spec with { Training = Specimen.Training with { Homotopy = new SteppingHomotopy() } });
        Assert.NotEqual(plain.ParametersSha256, black.ParametersSha256);
        Assert.Equal(plain.Metrics[MetricNames.UntrainedTestMse], black.Metrics[MetricNames.UntrainedTestMse]);
    }

    [Fact]
    public void It_is_part_of_a_runs_identity()
    {
        static string Of(FidelityOptions? options) =>
            RunIdentity.Of(Specimen.Spec with { Training = Specimen.Training with { Homotopy = options is null ? null : new Fidelity(options) } }).Sha256;
        Assert.Equal(3, new[] { Of(null), Of(new()), Of(new() { Share = 0.5 }), Of(new()) }.Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Deconet_trains_along_fidelity_reproducibly_and_leaves_no_tensor_behind(bool asPublished)
    {
        var spec = Specimen.Spec with
        {
            Architecture = new Deconet.Deconet(new DeconetOptions { Layers = 4, Redundancy = 2, AsPublished = asPublished }),
            Continuation = new ProximalPoint(new ContinuationOptions { Steps = 2, Dual = DualRule.Keep }),
            Training = Specimen.Training with { Homotopy = new Fidelity(new FidelityOptions()) },
        };
        var first = Run(spec);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Assert.Equal(first.ParametersSha256, Run(spec).ParametersSha256);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private RunResult Run(TrainingSpec spec) =>
        new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet()).Result;
}
