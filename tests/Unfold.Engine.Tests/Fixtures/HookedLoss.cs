using TorchSharp;

namespace Unfold.Engine.Tests;

/// <summary>The mean squared error, or another loss; calls a test at every evaluation.</summary>
[Component("test-hooked")]
internal sealed class HookedLoss(NumbersOptions options) : ILoss
{
    [ThreadStatic]
    private static int _calls;

    /// <summary>Told how many evaluations there have been since it was set, this one included.</summary>
    [field: ThreadStatic]
    public static Action<int>? Called { get; private set; }

    public object Options => options;

    public static void Hook(Action<int>? called) => (Called, _calls) = (called, 0);

    public torch.Tensor Evaluate(LossContext context)
    {
        Called?.Invoke(++_calls);
        return options.Inner?.Evaluate(context) ?? context.Residual().square().mean();
    }
}
