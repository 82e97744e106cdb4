using Unfold.Engine.Identity;
using Unfold.Results;

namespace Unfold.Engine.Inspection;

/// <summary>Whether spec.json, status.json, results.json and the folder's name are of one run.</summary>
internal static class SpecInspection
{
    public static void Inspect(Findings findings, InspectedRun run)
    {
        var identity = findings.Read(RunFiles.Spec, isNeeded: true, path => RunIdentity.OfRecorded(RecordedJson.Parse(path), run.Teachers));
        // Which of the two is wrong a hash does not say; two records that agree are believed.
        if (identity is not null && (run.Run?.SpecSha256 ?? run.Result?.SpecSha256) is { } recorded)
            findings.Require(RunFiles.Spec, identity.SpecSha256 == recorded, $"its SHA-256 is {identity.SpecSha256[..12]}…, and the run's is {Start(recorded)}…");
        if (identity is not null && run.Run is { } described && identity.SpecSha256 == described.SpecSha256)
            findings.Require(RunFiles.Status, identity.Sha256 == described.Sha256, $"its run.sha256 is {Start(described.Sha256)}…, and that of the spec and the teachers {identity.ShortHash}…");
        CompareRecords(findings, run);
        Place(findings, run, identity);
    }

    private static void CompareRecords(Findings findings, InspectedRun run)
    {
        if (run.Run is not { } described || run.Result is not { } result)
            return;
        findings.Require(RunFiles.Results, result.SpecSha256 == described.SpecSha256, $"its specSha256 is {Start(result.SpecSha256)}…, and that of {RunFiles.Status} {Start(described.SpecSha256)}…");
        findings.Require(RunFiles.Results, result.Seed == described.Seed, $"its seed is {result.Seed}, and that of {RunFiles.Status} {described.Seed}");
        findings.Require(RunFiles.Results, result.Experiment == described.Experiment, $"its experiment is {result.Experiment}, and that of {RunFiles.Status} {described.Experiment}");
        if (result.Name != described.Name)
            findings.Note(RunFiles.Status, $"of {described.Name}, which is the same run");
    }

    private static void Place(Findings findings, InspectedRun run, RunIdentity? identity)
    {
        var says = run.Result is null ? RunFiles.Status : RunFiles.Results;
        var (experiment, name, seed) = run.Result is { } result ? (result.Experiment, result.Name, result.Seed) : run.Run is { } described ? (described.Experiment, described.Name, described.Seed) : ("", "", 0);
        if (name.Length == 0)
            return;
        var folder = Path.GetFullPath(findings.Folder).Replace('\\', '/');
        if (RunFolderName.Of(folder) is { } called)
        {
            findings.Require(says, called.Seed == seed, $"its seed is {seed}, and that of the folder's name {called.Seed}");
            // A kept record is named by its spec.
            string?[] hashes = [run.Run?.Sha256, identity?.Sha256, run.Result?.SpecSha256];
            findings.Require(says, hashes.Any(h => h?.StartsWith(called.Hash, StringComparison.Ordinal) == true), $"the run's SHA-256 is {Start(hashes.OfType<string>().First())}…, and the folder's name says {called.Hash}");
        }
        else
        {
            findings.Note(says, "the folder has another name than a run's");
        }

        // A copy lies anywhere.
        if (!Path.GetDirectoryName(folder)!.Replace('\\', '/').EndsWith($"/{experiment}/{name}", StringComparison.Ordinal))
            findings.Note(says, $"the run is of {experiment}/{name}, and the folder does not lie in one of that name");
    }

    private static string Start(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
