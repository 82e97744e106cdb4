namespace Unfold.Conformance.Tests;

[Requires(typeof(IWarmStartable))]
internal sealed class DemandingContinuation(Func<ContinuationHistory, ContinuationStep?> next) : HookedContinuation(next);
