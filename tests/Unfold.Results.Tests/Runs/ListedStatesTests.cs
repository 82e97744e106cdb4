namespace Unfold.Results.Tests;

/// <summary>Where a run stands, whichever of its files were written.</summary>
public sealed class ListedStatesTests
{
    private static readonly LockOwner Someone = LockOwner.Me();

    [Theory]
    [InlineData(RunStatus.Completed, RunStatus.Running, false, ListedState.Completed)]
    [InlineData(RunStatus.Diverged, null, false, ListedState.Diverged)]
    [InlineData(RunStatus.Failed, RunStatus.Failed, false, ListedState.Failed)]
    [InlineData(RunStatus.Failed, RunStatus.Running, true, ListedState.Running)]
    [InlineData(null, RunStatus.Running, true, ListedState.Running)]
    [InlineData(null, RunStatus.Running, false, ListedState.Lost)]
    [InlineData(null, RunStatus.Interrupted, false, ListedState.Interrupted)]
    [InlineData(null, RunStatus.Completed, false, ListedState.Damaged)]
    // Started anew: the old results are gone, and the status is not written yet.
    [InlineData(null, RunStatus.Completed, true, ListedState.Running)]
    [InlineData(null, null, false, ListedState.Lost)]
    public void Results_count_first_then_who_works_on_it_then_the_status(RunStatus? result, RunStatus? status, bool isHeld, ListedState expected) =>
        Assert.Equal(expected, ListedStates.Of(result, status, isHeld ? Someone : null));
}
