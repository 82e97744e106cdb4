using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>Compares a run that was disturbed with one that was not, byte for byte.</summary>
internal static class RunComparison
{
    private static readonly string[] Files =
        [RunFiles.Metrics, RunFiles.Parameters, RunFiles.Images, RunFiles.TestImages, RunFiles.Spec, RunFiles.BestParameters];

    /// <summary>What differs, in words; none is as it should be.</summary>
    /// <param name="undisturbed">A directory.</param>
    /// <param name="disturbed">The other.</param>
    /// <param name="areNotesCompared">Whether the results' notes have to be the same: a checkpoint that was damaged is noted.</param>
    public static IReadOnlyList<string> Differences(string undisturbed, string disturbed, bool areNotesCompared = true)
    {
        List<string> differences = [.. Files.Where(f => !Same(Path.Combine(undisturbed, f), Path.Combine(disturbed, f)))];
        if (Comparable(undisturbed, areNotesCompared) != Comparable(disturbed, areNotesCompared))
            differences.Add(RunFiles.Results);
        return differences;
    }

    private static bool Same(string one, string other) =>
        File.Exists(one) && File.Exists(other) && File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));

    private static string Comparable(string directory, bool hasNotes)
    {
        var result = ResultsJson.ReadFile<RunResult>(Path.Combine(directory, RunFiles.Results));
        return ResultsJson.Indented(result with
        {
            Metrics = new(result.Metrics.Where(m => !MetricNames.IsOfTheMachine(m.Key)).ToDictionary(), StringComparer.Ordinal),
            Notes = hasNotes ? result.Notes : [],
        });
    }
}
