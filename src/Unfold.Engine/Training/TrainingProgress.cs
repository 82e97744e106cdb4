namespace Unfold.Engine.Training;

/// <summary>Where training stands.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="TotalSteps">All steps.</param>
/// <param name="Epoch">The current epoch, from 1.</param>
/// <param name="Epochs">All epochs.</param>
/// <param name="Loss">Mean training loss of the epoch so far.</param>
/// <param name="StepsPerSecond">Rate since the start, evaluation left out.</param>
public sealed record TrainingProgress(long Step, long TotalSteps, int Epoch, int Epochs, double Loss, double StepsPerSecond);
