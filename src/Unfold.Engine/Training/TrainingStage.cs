using TorchSharp.Modules;

namespace Unfold.Engine.Training;

/// <summary>A stretch of training with its own parameters and its own optimizer state.</summary>
/// <param name="Layers">The most layers of a solve; null for all.</param>
/// <param name="RateFactor">Factor on the learning rate.</param>
/// <param name="Parameters">What is trained; all else stands still.</param>
internal sealed record TrainingStage(int? Layers, double RateFactor, IReadOnlyList<Parameter> Parameters);
