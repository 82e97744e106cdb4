using TorchSharp;
using Unfold.Engine.Problems;
using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Tests;

public sealed class SplitsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Validation_images_are_carved_from_the_training_images_alone()
    {
        using var prepared = ProblemSetup.Prepare(Specimen.Spec, torch.CPU);
        using var again = ProblemSetup.Prepare(Specimen.Spec, torch.CPU);
        var (train, validation) = (Rows(prepared.Train), Rows(prepared.Validation));
        Assert.Equal((54, 6, 20), (train.Count, validation.Count, (int)prepared.Test.shape[0]));
        Assert.Empty(train.Intersect(validation));
        Assert.Equal(validation, Rows(again.Validation));
        using var whole = ProblemSetup.Prepare(Specimen.Spec with { Training = Specimen.Training with { ValidationFraction = 0 } }, torch.CPU);
        Assert.Equal(Rows(whole.Train).Order(StringComparer.Ordinal), train.Concat(validation).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_epoch_with_the_best_validation_is_kept_where_asked()
    {
        // A rate at which the validation error rises after the first epochs.
        var training = Specimen.Training with { Epochs = 4, Optimizer = new Optimizers.Adam(new Optimizers.AdamOptions { LearningRate = 0.5 }), Keep = KeptParameters.BestValidation };
        var observer = new Quiet();
        var result = new TrainingRun("x", "v", Specimen.Spec with { Architecture = new DropoutArchitecture(new DropoutOptions()), Training = training }).Execute(new RunOptions { OutFolder = _folder.Path }, observer).Result;
        var best = observer.Epochs.Where(e => e.Epoch > 0).Min(e => e.Metrics[MetricNames.ValidationMse]);
        Assert.Equal(best, result.Metrics[MetricNames.ValidationMse], 1e-9);
        Assert.NotEqual(best, observer.Epochs[^1].Metrics[MetricNames.ValidationMse]);
    }

    private static List<string> Rows(torch.Tensor signals) =>
        [.. signals.data<float>().ToArray().Chunk((int)signals.shape[1]).Select(row => string.Join(",", row))];
}
