namespace Unfold.Sweeps;

/// <summary>Successive halving in a sweep: cells of a variant and a seed are compared with each other, so that no cell competes with itself.</summary>
public static class SweepHalving
{
    /// <summary>The judge of a cell, or null where its variant has no halving.</summary>
    public static HalvingJudge? JudgeOf(SweepFolder sweep, SweepCell cell)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(cell);
        return sweep.Plan.Halvings.TryGetValue(cell.Variant, out var halving)
            ? new HalvingJudge(sweep.Path, halving, sweep.Plan.Cells.Where(c => c.Variant == cell.Variant && c.Seed == cell.Seed).Select(c => c.Index).ToHashSet(), sweep.Plan.Repeats)
            : null;
    }

    /// <summary>The epoch at which a cell was stopped, or null.</summary>
    /// <exception cref="SweepException">UFS030: its record is damaged.</exception>
    public static int? StoppedAt(SweepFolder sweep, SweepCell cell) => JudgeOf(sweep, cell)?.StoppedAt(cell.Index);
}
