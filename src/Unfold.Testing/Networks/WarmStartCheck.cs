using TorchSharp;

namespace Unfold.Testing;

/// <summary>Whether a network honours a continuation's prox-centre and smoothing.</summary>
internal static class WarmStartCheck
{
    private const int Batch = 2;
    private const double Noticeable = 1e-6;

    /// <summary>Another prox-centre gives another estimate.</summary>
    public static CheckResult Centre(IArchitecture architecture, BuiltNetwork built) => Changes(
        "continuation centre",
        architecture,
        built,
        "another prox-centre",
        () => new ContinuationStep { Centre = built.Sample.Truth(Batch) },
        () => new ContinuationStep { Centre = built.Sample.Truth(Batch) * -0.5 });

    /// <summary>Half of the smoothing gives another estimate.</summary>
    public static CheckResult Smoothing(IArchitecture architecture, BuiltNetwork built) => Changes(
        "continuation smoothing",
        architecture,
        built,
        "half of the smoothing",
        () => new ContinuationStep { Centre = built.Sample.Truth(Batch) },
        () => new ContinuationStep { Centre = built.Sample.Truth(Batch), SmoothingFactor = 0.5 });

    private static CheckResult Changes(string check, IArchitecture architecture, BuiltNetwork built, string what, Func<ContinuationStep> one, Func<ContinuationStep> other)
    {
        if (architecture is not IWarmStartable)
            return CheckResult.Skipped(check, $"is not {nameof(IWarmStartable)}: the build refuses a continuation around it");
        using var noGradient = torch.no_grad();
        var observed = built.Observe(Batch);
        var change = TensorBits.RelativeDifference(built.Estimate(observed, one()), built.Estimate(observed, other()));
        return new CheckResult(check, change > Noticeable, FormattableString.Invariant($"{what} changes the estimate by {change:g3}, relatively; at least {Noticeable:g1} is expected of what is {nameof(IWarmStartable)}"));
    }
}
