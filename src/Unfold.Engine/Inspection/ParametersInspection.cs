using Unfold.Engine.Runs;
using Unfold.Engine.Safetensors;
using Unfold.Results;

namespace Unfold.Engine.Inspection;

/// <summary>The reported parameters: whole, and those of the results.</summary>
internal static class ParametersInspection
{
    public static void Inspect(Findings findings, InspectedRun run)
    {
        const string Name = RunFiles.Parameters;
        if (findings.Read(Name, isNeeded: run is { HasBegun: true, IsCompleted: true }, path => SafetensorsCheck.Verify(path, mustBeHashed: false)) is not { } texts)
        {
            if (run.IsCompleted && !findings.Has(Name) && !run.HasBegun)
                findings.Note(Name, run.IsRecord ? "there are none: records are kept without" : "there are none: an older Unfold made the run");
            return;
        }

        if (!texts.ContainsKey(HeaderHash.Key))
            findings.Note(Name, "of an older Unfold: without a hash of its header, so a changed name or shape may pass");
        if (run is not { IsCompleted: true, Result: { } result })
        {
            findings.Note(Name, "the run has not completed: it is written again");
            return;
        }

        findings.Require(Name, texts.GetValueOrDefault(ParametersFile.SpecKey) == result.SpecSha256, $"it was written for the spec {texts.GetValueOrDefault(ParametersFile.SpecKey)}, and {RunFiles.Results} says {result.SpecSha256}");
        if (!findings.IsDamaged(Name) && result.ParametersSha256 is { } reported && (texts.GetValueOrDefault(ParametersFile.ParametersKey) ?? Recomputed(findings.PathOf(Name), result)) is { } stored)
            findings.Require(Name, stored == reported, $"its parameters' SHA-256 is {stored[..12]}…, and {RunFiles.Results} says {reported[..12]}…");
    }

    // Of an older Unfold. A network's buffers are in the file too, and not in the hash: only where there are none can it be told.
    private static string? Recomputed(string path, RunResult result) =>
        StoredParametersHash.Of(path) is var (count, sha256) && result.Metrics.TryGetValue(MetricNames.ParametersCount, out var parameters) && count == parameters ? sha256 : null;
}
