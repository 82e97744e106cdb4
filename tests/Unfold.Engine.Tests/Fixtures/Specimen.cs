using Unfold.Continuation;
using Unfold.Datasets;
using Unfold.Deconet;
using Unfold.Engine.Optimizers;
using Unfold.Losses;
using Unfold.Measurements;

namespace Unfold.Engine.Tests;

/// <summary>A small run that trains in a fraction of a second.</summary>
internal static class Specimen
{
    public static TrainingSpec Spec => new()
    {
        Seed = 3,
        Dataset = new Phantoms(new PhantomsOptions { Train = 60, Test = 20, Size = 16 }),
        Measurement = new Gaussian(new GaussianOptions { Ratio = 0.25, Noise = new GaussianNoise(new GaussianNoiseOptions { StandardDeviation = 1e-3 }) }),
        Architecture = new Deconet.Deconet(new DeconetOptions { Layers = 4, Redundancy = 2 }),
        Continuation = new NoContinuation(new NoContinuationOptions()),
        Loss = new MeanSquaredError(new NoOptions()),
        Training = Training,
    };

    public static TrainingOptions Training => new() { Epochs = 2, BatchSize = 16, Optimizer = new Adam(new AdamOptions { LearningRate = 1e-3 }), Device = "cpu" };
}
