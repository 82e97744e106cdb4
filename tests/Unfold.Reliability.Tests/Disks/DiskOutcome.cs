namespace Unfold.Reliability.Tests;

/// <summary>What became of runs whose disk was full.</summary>
internal sealed class DiskOutcome
{
    /// <summary>Disks that were filled before the run began.</summary>
    public int Before { get; set; }

    /// <summary>Disks that were filled while it was trained.</summary>
    public int Within { get; set; }

    /// <summary>Runs that had too little room.</summary>
    public int Full { get; set; }

    /// <summary>How often the next command went on from the checkpoint that was left.</summary>
    public int GoneOn { get; set; }

    /// <summary>What went wrong.</summary>
    public List<string> Failures { get; } = [];

    public override string ToString() =>
        $"{Before + Within} disks filled ({Before} before the run, {Within} in it), {Full} of them too full: exit code 7, no temporary file left, every checkpoint intact, then ended alike, {GoneOn} of all from a checkpoint that was left; {Failures.Count} failures";
}
