using Unfold.Engine.Checkpoints;
using Unfold.Engine.Safetensors;
using Unfold.Results;

namespace Unfold.Engine.Inspection;

/// <summary>The saved states of the training: whole, of this run, and of metrics that are there.</summary>
internal static class CheckpointsInspection
{
    public static void Inspect(Findings findings, InspectedRun run)
    {
        foreach (var name in RunFiles.ToGoOnFrom)
        {
            if (Read(findings, run, name, CheckpointFile.Kind) is { } texts)
                Position(findings, name, texts);
            if (run.IsCompleted && findings.Has(name))
                findings.Note(name, "the run has completed: it is not needed any more");
        }

        Read(findings, run, RunFiles.BestParameters, BestParametersFile.Kind);
        if (findings.IsDamaged(RunFiles.LastCheckpoint) && findings.Has(RunFiles.CheckpointBeforeLast) && !findings.IsDamaged(RunFiles.CheckpointBeforeLast))
            findings.Damaged(RunFiles.LastCheckpoint, $"the run goes on from {RunFiles.CheckpointBeforeLast}");
    }

    private static IReadOnlyDictionary<string, string>? Read(Findings findings, InspectedRun run, string name, string kind)
    {
        if (findings.Read(name, isNeeded: false, path => SafetensorsCheck.Verify(path, mustBeHashed: true)) is not { } texts)
            return null;
        findings.Require(name, texts.GetValueOrDefault(CheckpointFile.KindKey) == kind, $"it is a file of kind '{texts.GetValueOrDefault(CheckpointFile.KindKey)}', not '{kind}'");
        if (run.Run is { } described)
            findings.Require(name, texts.GetValueOrDefault(CheckpointFile.RunKey) == described.Sha256, $"it is of the run {texts.GetValueOrDefault(CheckpointFile.RunKey)}, and {RunFiles.Status} says {described.Sha256}");
        return texts;
    }

    private static void Position(Findings findings, string name, IReadOnlyDictionary<string, string> texts)
    {
        TrainingPosition position;
        try
        {
            position = ResultsJson.Read<TrainingPosition>(texts.GetValueOrDefault(CheckpointFile.PositionKey) ?? "", "its position");
        }
        catch (ResultsException damaged)
        {
            findings.Damaged(name, findings.Text(damaged));
            return;
        }

        var length = findings.Has(RunFiles.Metrics) ? new FileInfo(findings.PathOf(RunFiles.Metrics)).Length : 0;
        findings.Require(RunFiles.Metrics, length >= position.MetricsBytes, $"UFR014: it has {length} bytes, and had {position.MetricsBytes} when {name} was written");
    }
}
