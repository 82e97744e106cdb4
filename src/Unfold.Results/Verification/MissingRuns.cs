namespace Unfold.Results;

/// <summary>Finds what must be there and is not: a figure over fewer seeds than were accepted or declared is another figure.</summary>
/// <param name="expected">What was accepted.</param>
/// <param name="received">The runs.</param>
/// <param name="scope">What is verified.</param>
internal sealed class MissingRuns(IReadOnlyList<ExpectedRun> expected, IReadOnlyList<RunResult> received, VerificationScope scope)
{
    /// <summary>A check that fails for each.</summary>
    public IEnumerable<RunCheck> Check() => Accepted().Concat((scope.Asked ?? []).DistinctBy(a => a.Name).SelectMany(Declared));

    private IEnumerable<RunCheck> Accepted() =>
        from run in expected
        where scope.Asked is null || scope.Of(run.Variant) is not null
        where received.All(r => r.Name != run.Variant || r.Seed != run.Seed)
        select Missing(run.Variant, run.Seed, scope.IsSurplus(run.Variant, run.Seed)
            ? $"a result was accepted for its seed {run.Seed}, which the spec does not declare; declare it, or take the result out with --accept"
            : $"a result was accepted for it (seed {run.Seed}), and there is no run; train it, or take it out with --accept");

    private IEnumerable<RunCheck> Declared(AskedCell cell)
    {
        if (expected.All(e => e.Variant != cell.Name) && received.All(r => r.Name != cell.Name))
            return [Missing(cell.Name, 0, "there is no run of it, and no accepted result")];
        return (cell.Seeds ?? [])
            .Where(seed => !expected.Any(e => e.Variant == cell.Name && e.Seed == seed) && !received.Any(r => r.Name == cell.Name && r.Seed == seed))
            .Select(seed => Missing(cell.Name, seed, $"the spec declares its seed {seed}, of which there is no run, and no accepted result; train it"));
    }

    private static RunCheck Missing(string name, int seed, string problem) => new(name, seed, 0, [], problem);
}
