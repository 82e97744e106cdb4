using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Reporting;

/// <summary>What a report is written from.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Description">What it is for; empty where nothing is known.</param>
/// <param name="Runs">Its runs, in the order in which they are shown.</param>
/// <param name="Expect">What it expects; null where it is declared no more.</param>
/// <param name="Command">The command that repeats the runs.</param>
/// <param name="Context">What else is known of the experiment.</param>
internal sealed record ReportSource(string Experiment, string Description, IReadOnlyList<StoredRun> Runs, Expectations? Expect, string Command, ReportContext? Context = null)
{
    /// <summary>The cells, in the order of the runs.</summary>
    public IReadOnlyList<ReportedCell> Cells { get; } = ReportedCell.Of(Runs);

    /// <summary>What commands call the experiment: its name, or the file that was run.</summary>
    public string Called => Context?.Called ?? Experiment;

    /// <summary>The claims and their verdicts.</summary>
    public IReadOnlyList<JudgedClaim> Claims { get; } = Expect is null ? [] : ClaimJudge.Judge(Expect.Claims, Runs, Context?.Declared);

    /// <summary>How the variants are drawn: one look in every figure.</summary>
    public SeriesStyles Styles { get; } = new(Runs.Select(r => r.Result.Variant));
}
