using Unfold.Results;

namespace Unfold.Engine.Inspection;

/// <summary>What the files of a run say about it, as far as they can be read.</summary>
internal sealed class InspectedRun
{
    public InspectedRun(Findings findings)
    {
        Result = findings.Read(RunFiles.Results, isNeeded: false, RecordedJson.Read<RunResult>);
        Status = findings.Read(RunFiles.Status, isNeeded: false, RecordedJson.Read<RunState>);
        findings.Require(RunFiles.Results, findings.Has(RunFiles.Results) || Status?.State is not (RunStatus.Completed or RunStatus.Diverged or RunStatus.Failed), $"it is missing, and {RunFiles.Status} says that the run has ended");
        IsRecord = !findings.Has(RunFiles.Status) && findings.Has(RunFiles.Results);
        if (IsRecord)
            findings.Note(RunFiles.Status, "there is none: a record that was kept of a run");
        else if (!findings.Has(RunFiles.Status))
            findings.Note(RunFiles.Status, "there is none: the run had not begun");
        else if (Status is { Run: null })
            findings.Note(RunFiles.Status, "of an older Unfold: it does not say which run it is, and the run cannot go on");
    }

    /// <summary>results.json, or null.</summary>
    public RunResult? Result { get; }

    /// <summary>status.json, or null.</summary>
    public RunState? Status { get; }

    /// <summary>Which run status.json says that it is; null in folders of an older Unfold.</summary>
    public RunDescription? Run => Status?.Run;

    /// <summary>Whether it was kept for the record, without what is large.</summary>
    public bool IsRecord { get; }

    /// <summary>Whether it has begun, by an Unfold that writes all that is looked for.</summary>
    public bool HasBegun => Run is not null;

    /// <summary>Whether it has figures.</summary>
    public bool IsCompleted => Result?.Status == RunStatus.Completed;

    /// <summary>The teachers that it learnt from.</summary>
    public IReadOnlyDictionary<string, TeacherRecord> Teachers => Run?.Teachers ?? Result?.Teachers ?? [];

    /// <summary>Where it stands.</summary>
    public ListedState State(LockOwner? owner) => ListedStates.Of(Result?.Status, Status?.State, owner);
}
