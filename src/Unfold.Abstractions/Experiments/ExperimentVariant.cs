namespace Unfold;

/// <summary>A named variant of an experiment.</summary>
/// <param name="Name">The name in JSON.</param>
/// <param name="Create">Builds its components.</param>
public sealed record ExperimentVariant(string Name, Func<TrainingSpec> Create);
