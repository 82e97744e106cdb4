namespace Unfold.Engine.Seeds;

/// <summary>What random streams are for. Changing a string changes every number that depends on it.</summary>
public static class SeedPurpose
{
    /// <summary>Samples of a dataset, or its generation.</summary>
    public const string Data = "data";

    /// <summary>The measurement operator.</summary>
    public const string Operator = "operator";

    /// <summary>Which training signals validate.</summary>
    public const string Split = "split";

    /// <summary>The training signals of an epoch, where the data set draws others for each.</summary>
    public const string EpochSignals = "signals";

    /// <summary>The order of an epoch.</summary>
    public const string Shuffle = "shuffle";

    /// <summary>Initial parameters.</summary>
    public const string Init = "init";

    /// <summary>Whatever a network or loss draws itself in a step (dropout).</summary>
    public const string Step = "step";

    /// <summary>Whatever a network or loss draws itself while a batch is evaluated.</summary>
    public const string Evaluation = "evaluation";

    /// <summary>Measurement noise of a training step.</summary>
    public const string TrainingNoise = "noise.training";

    /// <summary>Measurement noise of an evaluation batch, the same at every epoch.</summary>
    public const string EvaluationNoise = "noise.evaluation";

    /// <summary>What a homotopy draws before training: its easier operator.</summary>
    public const string Homotopy = "homotopy";

    /// <summary>The directions of a landscape; keyed by the landscape's own seed, not by the run's.</summary>
    public const string LandscapeDirection = "landscape.direction";

    /// <summary>Which signals a landscape uses, and the noise of its fixed batch.</summary>
    public const string LandscapeSignals = "landscape.signals";

    /// <summary>The start of an eigenvalue iteration.</summary>
    public const string LandscapeEigenvalues = "landscape.eigenvalues";
}
