namespace Unfold.Conformance.Tests;

internal sealed class PromisingArchitecture(Func<Problem, UnfoldingNetwork> build) : HookedArchitecture(build), IWarmStartable, IStationary, IFullyDifferentiable<IArchitecture>
{
    public IArchitecture WithFullGradient() => this;
}
