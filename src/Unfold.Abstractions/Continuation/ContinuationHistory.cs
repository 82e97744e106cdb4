using TorchSharp;

namespace Unfold;

/// <summary>The solves so far.</summary>
/// <param name="Completed">How many steps are done; 0 before the first.</param>
/// <param name="Latest">x̂ of the last step, [batch, n], or null before the first.</param>
/// <param name="BeforeLatest">x̂ of the step before it, or null.</param>
public sealed record ContinuationHistory(int Completed, torch.Tensor? Latest, torch.Tensor? BeforeLatest);
