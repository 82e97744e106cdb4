using Unfold.Results;

namespace Unfold.Cli;

/// <summary>Finds the expected results of an experiment: beside its spec, or, where there are no sources, beside the program.</summary>
internal static class ExpectedFile
{
    /// <summary>Reads what was accepted, or null where nothing was.</summary>
    /// <exception cref="ResultsException">UFR003: the file is damaged.</exception>
    public static ExpectedResults? Read(Experiment experiment, string hostFolder)
    {
        var mirrored = Path.Combine(hostFolder, "experiments", experiment.Name + ".expected.json");
        var file = SpecOf(experiment, hostFolder) is { } spec ? ExpectedResults.FileOf(spec) : mirrored;
        return File.Exists(file) ? ExpectedResults.Read(file) : null;
    }

    /// <summary>Where accepted results are written.</summary>
    /// <exception cref="ResultsException">UFR006: the spec's own folder is not here.</exception>
    public static string Target(Experiment experiment, string hostFolder) =>
        SpecOf(experiment, hostFolder) is { } spec
            ? ExpectedResults.FileOf(spec)
            : throw new ResultsException("UFR006", $"the spec {experiment.Source} is not here: expected results are written beside it", "run 'unfold verify --accept' inside the repository that the experiment was built from");

    /// <summary>Where the records of its accepted runs are kept, or null where the spec is not here.</summary>
    public static string? KeptFolder(Experiment experiment, string hostFolder) =>
        SpecOf(experiment, hostFolder) is { } spec ? KeptRuns.FolderOf(spec, experiment.Name) : null;

    // The repository that the program was built in, else the one that the user stands in.
    private static string? SpecOf(Experiment experiment, string hostFolder) =>
        new[] { SourceTree.Find(hostFolder), SourceTree.Find(Directory.GetCurrentDirectory()), Directory.GetCurrentDirectory() }
            .OfType<string>()
            .Select(root => Path.Combine(root, experiment.Source))
            .FirstOrDefault(File.Exists);
}
