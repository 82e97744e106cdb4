namespace Unfold.Results;

/// <summary>Runs as cases: one each, with all its metrics.</summary>
internal static class RunCases
{
    public static VerificationCase Of(RunCheck run, string called)
    {
        var name = $"{run.Variant} seed {run.Seed}";
        if (run.Passes)
            return new VerificationCase(name, CaseOutcome.Passed);
        var figures = string.Join('\n', run.Differences.Select(DifferenceWords.Of));
        if (run.Problem is { } problem)
            return new VerificationCase(name, run.IsError ? CaseOutcome.Error : CaseOutcome.Failed, problem, figures);
        return new VerificationCase(name, CaseOutcome.Failed, Sum(run, called), figures);
    }

    private static string Sum(RunCheck run, string called)
    {
        var better = run.Differences.Count(d => d.Kind == DifferenceKind.Better);
        var others = run.Differences.Count - better;
        return string.Join("; ", new[]
        {
            others > 0 ? $"{others} of {run.Compared} metrics {(others == 1 ? "differs" : "differ")}" : null,
            better > 0 ? $"{better} of {run.Compared} metrics {(better == 1 ? "is" : "are")} better than expected" : null,
            others > 0 ? null : DifferenceWords.IfMeant(called),
            run.IsOnAnotherClass ? $"it ran on {run.Device} and was accepted on {run.AcceptedOn}: the tolerances for {run.Device} hold" : null,
        }.OfType<string>());
    }
}
