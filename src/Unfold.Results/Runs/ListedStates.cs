namespace Unfold.Results;

/// <summary>Where a run stands, by what its files say together.</summary>
public static class ListedStates
{
    /// <summary>Results count before a status that still says running: a process may be killed between the two.</summary>
    /// <param name="result">What results.json says, or null.</param>
    /// <param name="status">What status.json says, or null.</param>
    /// <param name="owner">Who works on it, or null.</param>
    public static ListedState Of(RunStatus? result, RunStatus? status, LockOwner? owner) => result switch
    {
        RunStatus.Completed => ListedState.Completed,
        RunStatus.Diverged => ListedState.Diverged,
        _ when owner is not null => ListedState.Running,
        var failed => (status ?? failed) switch
        {
            RunStatus.Interrupted => ListedState.Interrupted,
            RunStatus.Failed => ListedState.Failed,
            RunStatus.Completed or RunStatus.Diverged => ListedState.Damaged,
            _ => ListedState.Lost,
        },
    };
}
