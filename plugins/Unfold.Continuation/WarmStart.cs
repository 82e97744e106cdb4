using TorchSharp;

namespace Unfold.Continuation;

/// <summary>What both schedules share.</summary>
internal static class WarmStart
{
    public static ContinuationStep? Next(ContinuationOptions options, ContinuationHistory history, Func<torch.Tensor, torch.Tensor> centre)
    {
        if (history.Completed >= options.Steps)
            return null;
        var estimate = options.GradientThroughWarmStart ? history.Latest : history.Latest?.detach();
        return new ContinuationStep
        {
            Index = history.Completed,
            Centre = estimate is null ? null : centre(estimate),
            SmoothingFactor = Math.Pow(options.SmoothingFactor, history.Completed),
            Layers = options.Layers,
            KeepDual = options.Dual == DualRule.Keep && history.Completed > 0,
        };
    }
}
