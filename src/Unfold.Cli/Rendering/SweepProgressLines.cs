using System.Globalization;
using Spectre.Console;
using Unfold.Cli.Sweeps;
using Unfold.Sweeps;

namespace Unfold.Cli.Rendering;

/// <summary>A sweep's progress as lines: one for each cell that ends, and one a minute.</summary>
internal sealed class SweepProgressLines(IAnsiConsole screen, SweepProgress progress) : IPoolObserver
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private DateTime _last = DateTime.UtcNow;

    public void Started(SweepCell cell) => progress.Start(cell);

    public void Ended(EndedCell ended)
    {
        progress.End(ended);
        var how = ended.End switch
        {
            CellEnd.Done => $"{ended.Standing.State.ToString().ToLowerInvariant()} after {Ago.Of(ended.Elapsed)}{(ended.Standing.Run?.ValidationMse is { } mse ? string.Create(CultureInfo.InvariantCulture, $", validation MSE {mse:g4}") : "")}",
            CellEnd.Failed => $"failed: {ended.Error}",
            CellEnd.Stopped => "stopped; its state is saved",
            _ => $"not run here: {ended.Error}",
        };
        Say(string.Create(CultureInfo.InvariantCulture, $"[{progress.Count.Ended}/{progress.Count.All}] {CellRun.Label(ended.Cell)}: {how}"));
    }

    public void Tick()
    {
        if (DateTime.UtcNow - _last >= Interval)
            Say($"{SweepCounts.Of(progress.Standings)}{(progress.Left is { } left ? $", about {Ago.Of(left)} left" : "")}");
    }

    private void Say(string text)
    {
        _last = DateTime.UtcNow;
        screen.Profile.Out.Writer.WriteLine(text);
    }
}
