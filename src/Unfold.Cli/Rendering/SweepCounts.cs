using System.Globalization;
using Unfold.Cli.Sweeps;
using Unfold.Sweeps;

namespace Unfold.Cli.Rendering;

/// <summary>A sweep in a line or two.</summary>
internal static class SweepCounts
{
    /// <summary>How many cells stand where: <c>18 of 24 done, 2 running, 1 failed, 3 waiting</c>.</summary>
    public static string Of(IReadOnlyList<CellStanding> standings)
    {
        var done = standings.Count(s => s.State is CellState.Completed or CellState.Halved);
        var others = standings.Where(s => s.State is not (CellState.Completed or CellState.Halved)).GroupBy(s => s.State).OrderBy(g => g.Key);
        return string.Join(", ", others.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {g.Key.ToString().ToLowerInvariant()}")).Prepend(string.Create(CultureInfo.InvariantCulture, $"{done} of {standings.Count} done")));
    }

    /// <summary>The cell with the lowest validation MSE so far, or null: decided on validation data alone.</summary>
    public static string? Best(IReadOnlyList<CellStanding> standings) =>
        standings.Where(s => s.Run?.ValidationMse is { } mse && double.IsFinite(mse)).MinBy(s => s.Run!.ValidationMse) is { } best
            ? string.Create(CultureInfo.InvariantCulture, $"best so far by validation MSE: {CellRun.Label(best.Cell)}, {best.Run!.ValidationMse:g4}")
            : null;
}
