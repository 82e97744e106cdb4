namespace Unfold.Conformance.Tests;

internal class HookedArchitecture(Func<Problem, UnfoldingNetwork> build) : IArchitecture
{
    public object Options => this;

    public UnfoldingNetwork Build(Problem problem, TrainingSample sample) => build(problem);
}
