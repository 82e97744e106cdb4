namespace Unfold.Conformance.Tests;

internal sealed class UnrolledArchitecture(Func<Problem, UnfoldingNetwork> build, Func<Problem, UnfoldingNetwork> solver) : HookedArchitecture(build), IUnrolled
{
    public IArchitecture Solver => new HookedArchitecture(solver);
}
