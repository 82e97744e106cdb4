using Unfold.Results;

namespace Unfold.Engine.Inspection;

/// <summary>What else is in the folder: the log, TensorBoard's events, the lock, what a killed process left, and what nobody knows.</summary>
internal static class LeftoversInspection
{
    private const string Events = "events.out.tfevents.";

    public static void Inspect(Findings findings, InspectedRun run, LockOwner? owner)
    {
        // Links are not followed: what they lead to is not the run's.
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var names = Directory.EnumerateFiles(findings.Folder, "*", all).Select(f => Path.GetRelativePath(findings.Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal);
        foreach (var name in names.Where(n => !findings.Knows(n)))
        {
            if (name == RunFiles.Lock)
                findings.Note(name, owner is null ? "left behind by a process that is not there any more: the next one takes it over" : $"process {owner.Pid} on {owner.Host} works on the run, last heard of at {owner.Heartbeat}: what is being written may be found half done");
            else if (name.EndsWith(".tmp", StringComparison.Ordinal))
                findings.Note(name, "left behind by a process that was killed: the next attempt removes it");
            else if (name == RunFiles.Log || name.StartsWith(Events, StringComparison.Ordinal))
                findings.Ok(name);
            else
                findings.Note(name, "no file of a run");
        }

        if (run.HasBegun && !findings.Has(RunFiles.Log))
            findings.Note(RunFiles.Log, "it is missing; nothing depends on it");
    }
}
