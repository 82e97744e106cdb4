namespace Unfold.Results;

/// <summary>An experiment and its cases.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Cases">Its runs, then expected figures, then claims.</param>
public sealed record VerificationSuite(string Experiment, IReadOnlyList<VerificationCase> Cases)
{
    /// <summary>The cases of a report.</summary>
    public static VerificationSuite Of(VerificationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new VerificationSuite(
            report.Experiment,
            [.. report.Runs.Select(r => RunCases.Of(r, report.Called)), .. report.Metrics.Select(ExpectationCases.Of), .. report.Claims.Select(ExpectationCases.Of)]);
    }

    /// <summary>An experiment that could not be verified at all.</summary>
    /// <param name="experiment">What it was called.</param>
    /// <param name="lines">Why, as people read it.</param>
    public static VerificationSuite OfError(string experiment, IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return new VerificationSuite(experiment, [new VerificationCase("verification", CaseOutcome.Error, lines.Count > 0 ? lines[0] : "", string.Join('\n', lines.Skip(1)))]);
    }

    /// <summary>What did not pass, for people and for the message of an assertion; empty where everything did.</summary>
    public string Explain() => string.Join('\n', Cases.Where(c => c.Outcome is CaseOutcome.Failed or CaseOutcome.Error).Select(c => $"{Experiment}: {c}"));
}
