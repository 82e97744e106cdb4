namespace Unfold.Engine.Networks;

/// <summary>How the layers of a network are run: as they are, or as a training protocol asks for. No value of an estimate changes but by <see cref="Layers"/>.</summary>
internal sealed record ForwardPass
{
    /// <summary>All layers, the whole gradient, everything kept.</summary>
    public static ForwardPass Plain { get; } = new();

    /// <summary>The most layers of a solve; null for as many as it asks for.</summary>
    public int? Layers { get; init; }

    /// <summary><see cref="TrainingOptions.GradientLayers"/>.</summary>
    public int? GradientLayers { get; init; }

    /// <summary><see cref="TrainingOptions.Recompute"/>; who sets it differentiates by <see cref="NetworkRunner.Backward"/>.</summary>
    public RecomputeRule? Recompute { get; init; }

    /// <summary>Whether the estimates after every layer are kept: <see cref="Reconstruction.LayerEstimates"/>.</summary>
    public bool KeepsEstimates { get; init; }

    /// <summary>What the evaluation of a run asks for: the estimates of all layers where one of its losses looks at them.</summary>
    public static ForwardPass OfEvaluation(TrainingSpec spec) => Plain with { KeepsEstimates = ComponentTree.Walk(spec).Any(component => component is IUsesLayers) };

    /// <summary>What its training asks for besides.</summary>
    public static ForwardPass OfTraining(TrainingSpec spec) =>
        OfEvaluation(spec) with { GradientLayers = spec.Training.GradientLayers, Recompute = spec.Training.Recompute };
}
