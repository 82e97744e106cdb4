using Unfold.Engine.Identity;
using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Engine.Expected;

/// <summary>Compares runs of an experiment, as it is declared today, with what was accepted of it. Needs no torch.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="accepted">What was accepted, or null.</param>
public sealed class ExperimentVerification(Experiment experiment, ExpectedResults? accepted)
{
    private readonly DeclaredRuns _declared = new(experiment);

    /// <summary>The cells to verify with the seeds that must be there; by default all of both.</summary>
    public IReadOnlyList<ExperimentCell> Cells { get; init; } = experiment.Cells;

    /// <summary>Whether the experiment is verified whole: then what was accepted of cells that it no longer declares must be there too.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>What the spec expects; by default all that it says.</summary>
    public Expectations Expect { get; init; } = ExpectReader.Parse(experiment.Expect);

    /// <summary>Whether the runs were made earlier, so that they may be of another spec than today's.</summary>
    public bool AreStored { get; init; }

    /// <summary>Compares.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="areKept">Whether they are the kept ones, beside which their landscapes are kept.</param>
    /// <exception cref="ResultsException">UFR004: nothing was accepted, and the spec expects no figure of these runs.</exception>
    public VerificationReport Check(IReadOnlyList<RunResult> runs, bool areKept = false)
    {
        Require();
        var report = Verification.Of(experiment.Name, AcceptedOfSeeds(), Expect, runs, new VerificationScope
        {
            Asked = [.. Asked()],
            Declared = _declared.Cells,
            // What was trained just now is today's.
            Stale = AreStored ? _declared.Stale : null,
            AreLandscapesDue = areKept,
            Called = _declared.Called,
        });

        // Figures of another class of device say nothing here.
        return accepted is null && report.Metrics.Count == 0 ? throw NothingToCompare() : report;
    }

    /// <summary>Whether there is anything to compare with, which is worth knowing before minutes of training.</summary>
    /// <exception cref="ResultsException">UFR004: there is not.</exception>
    public void Require()
    {
        if (accepted is null && !HasFigures)
            throw NothingToCompare();
    }

    // Where nothing was accepted, the figures and claims of the spec itself can still be checked.
    private bool HasFigures => ExpectReader.Parse(experiment.Expect).Metrics.Any(m => Cells.Any(c => m.Name == c.Name || m.Name == c.Variant));

    // With fewer seeds than declared the others are not asked for; a seed that is declared no more is.
    private ExpectedResults? AcceptedOfSeeds() => accepted is null ? null : accepted with { Runs = [.. accepted.Runs.Where(r => !IsLeftOut(r))] };

    private bool IsLeftOut(ExpectedRun run) =>
        experiment.Cells.FirstOrDefault(c => c.Name == run.Variant) is { } whole
        && Cells.FirstOrDefault(c => c.Name == run.Variant) is { } asked
        && asked.Seeds.Count < whole.Seeds.Count
        && !asked.Seeds.Contains(run.Seed);

    private IEnumerable<AskedCell> Asked()
    {
        var asked = Cells.Select(c => new AskedCell(c.Name, c.Seeds));
        return IsWhole ? asked.Concat((accepted?.Runs ?? []).Select(r => r.Variant).Distinct(StringComparer.Ordinal).Where(v => experiment.Cells.All(c => c.Name != v)).Select(v => new AskedCell(v))) : asked;
    }

    private ResultsException NothingToCompare() => new(
        "UFR004", $"no results were accepted for '{experiment.Name}' yet, and its spec expects no figure of what was run", $"look at them and accept them: unfold verify {_declared.Called} --accept");
}
