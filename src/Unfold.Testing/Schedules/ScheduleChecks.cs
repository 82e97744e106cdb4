namespace Unfold.Testing;

/// <summary>The checks of a learning-rate schedule.</summary>
public static class ScheduleChecks
{
    private static readonly long[] Totals = [1, 2, 10, 1000, 1_000_000];

    /// <summary>All of them.</summary>
    /// <param name="schedule">The schedule.</param>
    public static IEnumerable<CheckResult> All(ILearningRateSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        yield return GuardedCheck.Run("factors", () => Factors(schedule));
        yield return GuardedCheck.Run("pure", () => Pure(schedule));
    }

    /// <summary>Factors are finite and not negative, at the start, in between and at the last step, and not all of them zero.</summary>
    public static CheckResult Factors(ILearningRateSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var factors = Asked().Select(a => (a.Step, a.Total, Factor: schedule.Factor(a.Step, a.Total))).ToList();
        foreach (var (step, total, factor) in factors.Where(f => !double.IsFinite(f.Factor) || f.Factor < 0))
            return new CheckResult("factors", passed: false, FormattableString.Invariant($"{factor:g4} at step {step} of {total}"));
        return factors.All(f => f.Factor == 0)
            ? new CheckResult("factors", passed: false, "all are zero")
            : new CheckResult("factors", passed: true, FormattableString.Invariant($"from {factors.Min(f => f.Factor):g4} to {factors.Max(f => f.Factor):g4}, finite and not negative"));
    }

    /// <summary>A factor depends on step and total alone, in whatever order it is asked: a resumed run asks from the middle.</summary>
    public static CheckResult Pure(ILearningRateSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var asked = Asked().ToList();
        var forwards = asked.Select(a => schedule.Factor(a.Step, a.Total)).ToList();
        var backwards = asked.AsEnumerable().Reverse().Select(a => schedule.Factor(a.Step, a.Total)).Reverse().ToList();
        return new CheckResult("pure", forwards.SequenceEqual(backwards), "asked forwards and backwards, the same factors are expected");
    }

    private static IEnumerable<(long Step, long Total)> Asked() =>
        from total in Totals
        from step in new[] { 0, 1, total / 3, total / 2, total - 2, total - 1 }.Where(s => s >= 0 && s < total).Distinct()
        select (step, total);
}
