using TorchSharp;
using Unfold.Continuation;
using Unfold.Engine.Runs;
using Unfold.Losses;
using Unfold.Results;

namespace Unfold.Engine.Tests;

public sealed class SelfSupervisedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Losses => ["measurement-consistency", "sure", "sure-measured", "equivariant", "splitting", "ssim", "sum"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_network_trains_with_it_reproducibly_and_no_tensor_stays_behind(string name)
    {
        var spec = Specimen.Spec with { Loss = Loss(name), Training = Specimen.Training with { ValidationFraction = 0.2, EvaluationLosses = [Loss("sure"), Loss("splitting")] } };
        var first = Run(spec);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        var second = Run(spec);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.Equal(first.ParametersSha256, second.ParametersSha256);
        Assert.Equal(first.Metrics[MetricNames.Loss("test", "splitting")], second.Metrics[MetricNames.Loss("test", "splitting")]);
        Assert.NotEqual(Run(Specimen.Spec with { Training = Specimen.Training with { Epochs = 0 } }).ParametersSha256, first.ParametersSha256);
    }

    [Fact]
    public void Sure_tells_the_error_that_the_network_has_in_what_the_operator_sees()
    {
        // It says nothing of the rest: so it is no more than the mean squared error, and not far from zero either for an untrained network.
        var spec = Specimen.Spec with { Training = Specimen.Training with { Epochs = 0, EvaluationLosses = [Loss("sure"), new MeanSquaredError(new NoOptions())] } };
        var metrics = Run(spec).Metrics;
        Assert.InRange(metrics[MetricNames.Loss("test", "sure")], 0, metrics[MetricNames.Loss("test", "mse")]);
    }

    [Fact]
    public void Only_losses_that_may_see_the_truth_are_shown_it()
    {
        var (blind, sighted, alone) = (new SightLoss(new SightLossOptions { IsBlind = true }), new SightLoss(new SightLossOptions()), new SightLoss(new SightLossOptions { IsBlind = true }));
        Run(Specimen.Spec with { Loss = Sum(blind, sighted), Training = Specimen.Training with { EvaluationLosses = [Sum(alone)] } });
        Assert.All([blind, sighted, alone], loss => Assert.NotEmpty(loss.Seen));
        Assert.DoesNotContain(true, blind.Seen.Concat(alone.Seen));
        Assert.DoesNotContain(false, sighted.Seen);
    }

    [Fact]
    public void A_homotopy_is_shown_no_truth_where_a_sum_needs_none()
    {
        TrainingSpec Spec(ILoss loss) => Specimen.Spec with { Loss = loss, Training = Specimen.Training with { Homotopy = new Fidelity(new FidelityOptions()) } };
        var consistent = Loss("measurement-consistency");
        Assert.Equal("UFP102", Assert.Throws<UnfoldException>(() => Run(Spec(Sum(consistent)))).Code);
        Run(Spec(Sum(consistent, new MeanSquaredError(new NoOptions()))));
    }

    [Fact]
    public void A_network_that_was_built_from_the_training_signals_is_said_not_to_be_trained_without_truth()
    {
        IReadOnlyList<string> Notes(IArchitecture architecture, ILoss loss) => Run(Specimen.Spec with { Architecture = architecture, Loss = loss }).Notes;
        IArchitecture Started(IArchitecture? start) => new Deconet.Deconet(new Deconet.DeconetOptions { Start = start, Layers = 2 });
        var blind = Loss("measurement-consistency");
        Assert.Contains("built from the training signals", Assert.Single(Notes(Started(new StartEstimates.LinearMmse(new StartEstimates.NoOptions())), blind)), StringComparison.Ordinal);
        Assert.Empty(Notes(Started(null), blind));
        Assert.Empty(Notes(Started(new StartEstimates.LinearMmse(new StartEstimates.NoOptions())), new MeanSquaredError(new NoOptions())));
    }

    private static WeightedSum Sum(params ILoss[] losses) => new(new WeightedSumOptions { Losses = losses, Weights = [.. losses.Select(_ => 0.5)] });

    private static ILoss Loss(string name) => name switch
    {
        "sure" => new Sure(new SureOptions()),
        "sure-measured" => new Sure(new SureOptions { Domain = SureDomain.Measured }),
        "equivariant" => new Equivariant(new EquivariantOptions { Group = TransformationGroup.Dihedral, AddNoise = true, Consistency = new Sure(new SureOptions()) }),
        "splitting" => new Splitting(new SplittingOptions()),
        "ssim" => new StructuralSimilarity(new NoOptions()),
        "sum" => Sum(new MeanSquaredError(new NoOptions()), new Sure(new SureOptions()), new Splitting(new SplittingOptions())),
        _ => new MeasurementConsistency(new NoOptions()),
    };

    private RunResult Run(TrainingSpec spec) =>
        new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet()).Result;
}
