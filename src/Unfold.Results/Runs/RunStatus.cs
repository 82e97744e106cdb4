namespace Unfold.Results;

/// <summary>How a run ended; written in lower case.</summary>
public enum RunStatus
{
    Running,
    Completed,
    Diverged,
    Failed,
    Cancelled,
}
