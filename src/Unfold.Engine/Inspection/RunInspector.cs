using Unfold.Results;

namespace Unfold.Engine.Inspection;

/// <summary>Verifies a run's folder as a whole: every file that a run of its state must have is there, can be read, and is of this run. Needs no plugin and no libtorch, and changes nothing.</summary>
public static class RunInspector
{
    /// <summary>Inspects a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="ResultsException">UFR005: it is no folder of a run.</exception>
    public static RunInspection Inspect(string folder)
    {
        if (!Directory.Exists(folder) || !new[] { RunFiles.Spec, RunFiles.Status, RunFiles.Results }.Any(f => File.Exists(Path.Combine(folder, f))))
            throw new ResultsException("UFR005", $"{Path.GetFullPath(folder)} is no folder of a run", "name a folder as 'unfold list runs' does");
        var whole = Path.TrimEndingDirectorySeparator(folder);
        var found = Once(whole);
        // While a process writes, two files may be of two moments: what is damaged stays so.
        return !found.IsWhole && found.State == ListedState.Running ? Once(whole) : found;
    }

    private static RunInspection Once(string folder)
    {
        // Before the files: what a process that ends in between leaves is looked at as a whole.
        var owner = RunLock.LastOwnerOf(folder) is { } last && (last.IsAliveHere || !last.IsHere) ? last : null;
        var findings = new Findings(folder);
        var run = new InspectedRun(findings);
        SpecInspection.Inspect(findings, run);
        // Metrics are written before the checkpoint that counts them.
        CheckpointsInspection.Inspect(findings, run);
        FiguresInspection.Inspect(findings, run);
        ParametersInspection.Inspect(findings, run);
        LeftoversInspection.Inspect(findings, run, owner);
        return new RunInspection(folder, run.State(owner), findings.Files);
    }
}
