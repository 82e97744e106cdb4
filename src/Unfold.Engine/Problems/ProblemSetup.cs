using TorchSharp;
using Unfold.Engine.Data;
using Unfold.Engine.Seeds;

namespace Unfold.Engine.Problems;

/// <summary>Loads the signals, carves the validation split, draws the operator, and puts all of it on the device.</summary>
public static class ProblemSetup
{
    private const long LevelSignals = 256;

    /// <summary>Prepares a run's problem. Runs of one seed share operator, split and order, whatever their network.</summary>
    public static PreparedProblem Prepare(TrainingSpec spec, torch.Device device, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var seeds = new SeedStreams(spec.Seed);
        using var signals = spec.Dataset.Load(new DatasetContext(DataFolders.Resolve(), seeds.Seed(SeedPurpose.Data)) { Cancellation = cancellation });
        cancellation.ThrowIfCancellationRequested();
        SignalSetCheck.Require(signals);
        using var generator = seeds.Generator(SeedPurpose.Operator);
        using var drawn = spec.Measurement.Draw(signals.Shape, generator);
        var (train, validation) = Split(signals, spec.Training.ValidationFraction, seeds);
        var scale = signals.Scale;
        return new PreparedProblem
        {
            Problem = new Problem(signals.Shape, drawn.To(device), NoiseLevelOf(spec.Measurement.Noise, drawn, train, scale, seeds), scale, device),
            Noise = spec.Measurement.Noise,
            Train = Normalize(train, scale, device),
            Validation = Normalize(validation, scale, device),
            Test = Normalize(signals.Test, scale, device),
            Redraw = Redraw(signals, train.shape[0], device),
            ValidationImages = signals.ValidationImages,
            TestImages = signals.TestImages,
            ContentSha256 = signals.ContentSha256,
            Licence = signals.Licence,
        };
    }

    private static (torch.Tensor Train, torch.Tensor Validation) Split(SignalSet signals, double fraction, SeedStreams seeds)
    {
        if (signals.Validation is not null)
            return (signals.Train, signals.Validation);
        var count = signals.Train.shape[0];
        // Rounding must not take the last training signal away.
        var held = Math.Min(count - 1, (long)Math.Round(fraction * count));
        using var generator = seeds.Generator(SeedPurpose.Split);
        var order = torch.randperm(count, generator: generator);
        return (signals.Train.index_select(0, order[torch.TensorIndex.Slice(held)]), signals.Train.index_select(0, order[torch.TensorIndex.Slice(0, held)]));
    }

    // The set is disposed by the time of the first epoch: nothing of its tensors is kept.
    private static Func<torch.Generator, torch.Tensor>? Redraw(SignalSet signals, long count, torch.Device device)
    {
        if (signals.Redraw is not { } redraw)
            return null;
        var (scale, length) = (signals.Scale, signals.Shape.Length);
        return generator =>
        {
            using var scope = torch.NewDisposeScope();
            using var drawn = redraw(generator);
            SignalSetCheck.RequireDrawn(drawn, count, length);
            return Normalize(drawn.narrow(0, 0, count), scale, device);
        };
    }

    private static torch.Tensor Normalize(torch.Tensor pixels, PixelScale scale, torch.Device device) =>
        ((pixels - scale.Mean) / scale.StandardDeviation).to(torch.float32).to(device).DetachFromDisposeScope();

    // A level that depends on the signal is told with every batch; the problem's own is that of some training signals. Noise that cannot be
    // on such measurements refuses them here, before anything is trained.
    private static NoiseLevel NoiseLevelOf(INoise? noise, MeasurementOperator drawn, torch.Tensor train, PixelScale scale, SeedStreams seeds)
    {
        if (noise is null)
            return NoiseLevel.None;
        using var generator = seeds.Generator(SeedPurpose.EvaluationNoise);
        using var signals = Normalize(train.narrow(0, 0, Math.Min(LevelSignals, train.shape[0])), scale, torch.CPU);
        return noise.Add(drawn.Apply(signals), generator).Level;
    }
}
