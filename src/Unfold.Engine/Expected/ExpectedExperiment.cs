using System.Reflection;
using Unfold.Engine.Identity;
using Unfold.Results;

namespace Unfold.Engine.Expected;

/// <summary>
/// An experiment of the catalogue whose results were accepted, as a test wants it: one case each, which fails where the records that are kept
/// with its spec, or the claims in it, are not as expected. What <c>unfold verify --stored</c> checks; needs no torch and no minutes.
/// </summary>
/// <param name="experiment">The experiment.</param>
/// <param name="root">The repository that it was compiled from.</param>
public sealed class ExpectedExperiment(Experiment experiment, string root)
{
    private readonly string _spec = Path.Combine(root, experiment.Source);

    /// <summary>Its name.</summary>
    public string Name => experiment.Name;

    /// <summary>The file of accepted results.</summary>
    public string File => ExpectedResults.FileOf(_spec);

    /// <summary>Whether there are records to verify: <c>unfold verify x --accept --keep</c> writes them.</summary>
    public bool HasKeptRuns => KeptRuns.Experiments(KeptFolder).Contains(Name, StringComparer.Ordinal);

    private string KeptFolder => KeptRuns.FolderOf(_spec, Name);

    /// <summary>Those of an assembly of compiled experiments that have a file of accepted results, by name.</summary>
    /// <param name="experiments">The assembly: <c>typeof(Experiments).Assembly</c>.</param>
    /// <param name="root">The repository that it was compiled from.</param>
    public static IReadOnlyList<ExpectedExperiment> All(Assembly experiments, string root)
    {
        ArgumentNullException.ThrowIfNull(experiments);
        // The files are looked for before the experiments are built: of most there may be none.
        return
        [
            .. experiments.GetCustomAttributes<DeclaredExperimentAttribute>()
                .Where(e => System.IO.File.Exists(ExpectedResults.FileOf(Path.Combine(root, e.Source))))
                .OrderBy(e => e.Name, StringComparer.Ordinal)
                .Select(e => new ExpectedExperiment((Experiment)e.Type.GetProperty("Definition")!.GetValue(null)!, root)),
        ];
    }

    /// <summary>Compares the kept records with what was accepted, and checks the claims, all cells and seeds.</summary>
    /// <returns>What was found; <see cref="VerificationSuite.Explain"/> of its suite says it in words.</returns>
    /// <exception cref="ResultsException">UFR005: no records are kept; UFR003: a file is damaged.</exception>
    public VerificationReport VerifyKept()
    {
        var declared = new DeclaredRuns(experiment);
        var runs = RunCollection.Latest(KeptFolder, Name, declared.IsCurrent).Where(r => experiment.Cells.Any(c => c.Name == r.Result.Name));
        return new ExperimentVerification(experiment, ExpectedResults.Read(File)) { AreStored = true }.Check([.. runs.Select(r => r.Result)], areKept: true);
    }
}
