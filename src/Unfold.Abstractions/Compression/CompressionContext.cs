using TorchSharp;

namespace Unfold;

/// <summary>What a compression may look at. The tensors are the engine's: on the run's device, without gradient, not to be changed.</summary>
/// <param name="Teacher">The trained parameters of the teacher by name.</param>
/// <param name="Student">The student's own initial parameters by name.</param>
/// <param name="Problem">The inverse problem, the same for both.</param>
/// <param name="Sample">The training signals.</param>
public sealed record CompressionContext(
    IReadOnlyDictionary<string, torch.Tensor> Teacher, IReadOnlyDictionary<string, torch.Tensor> Student, Problem Problem, TrainingSample Sample);
