namespace Unfold.Bench;

/// <summary>Cells that were run in one way.</summary>
/// <param name="Walls">Seconds of each, or their mean where only the sum is known.</param>
/// <param name="Trainings">Seconds of their training, as they measured them themselves.</param>
internal sealed record DispatchTimes(IReadOnlyList<double> Walls, IReadOnlyList<double> Trainings)
{
    public double Wall => Walls.Average();

    public double Train => Trainings.Average();

    /// <summary>What is not training, of a cell.</summary>
    public double Rest => Wall - Train;

    public static DispatchTimes Join(IEnumerable<DispatchTimes> rounds) =>
        rounds.ToList() is var all ? new([.. all.SelectMany(r => r.Walls)], [.. all.SelectMany(r => r.Trainings)]) : null!;

    /// <summary>How much longer a cell takes than another way's, in per cent.</summary>
    public double Over(DispatchTimes bare) => 100 * ((Wall / bare.Wall) - 1);

    /// <summary>The same with each in units of its own training: whether the machine was slower meanwhile does not matter.</summary>
    public double OverInOwnTime(DispatchTimes bare) => 100 * ((Wall / Train / (bare.Wall / bare.Train)) - 1);
}
