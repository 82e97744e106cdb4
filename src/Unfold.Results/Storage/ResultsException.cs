namespace Unfold.Results;

/// <summary>
/// A run directory cannot be written or read: UFR001 not writable, UFR002 no space left, UFR003 not readable, UFR004 no results were accepted yet,
/// UFR005 no run, UFR006 no place for accepted results, UFR007 a run did not complete, UFR008 a side of a comparison names no run or several variants,
/// UFR009 fewer seeds than declared cannot be accepted,
/// UFR010 a safetensors file is damaged, UFR011 a run that cannot be opened again, UFR012 parameters of another network,
/// UFR013 another process works on the run, UFR014 metrics.jsonl is shorter than its checkpoint says, UFR015 no checkpoint can be read,
/// UFR016 a run cannot go on as it was started, UFR017 a run is not the one that was planned.
/// </summary>
public sealed class ResultsException(string code, string message, string mend, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The code, with a page under docs/diagnostics.</summary>
    public string Code { get; } = code;

    /// <summary>What the reader can do about it.</summary>
    public string Mend { get; } = mend;
}
