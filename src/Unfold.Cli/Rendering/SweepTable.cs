using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using Unfold.Cli.Sweeps;
using Unfold.Sweeps;

namespace Unfold.Cli.Rendering;

/// <summary>A sweep's progress on a terminal: what runs, how much is done, the time left, the best so far.</summary>
internal sealed class SweepTable(LiveDisplayContext live, SweepProgress progress) : IPoolObserver
{
    public void Started(SweepCell cell)
    {
        progress.Start(cell);
        Draw();
    }

    public void Ended(EndedCell ended)
    {
        progress.End(ended);
        Draw();
    }

    public void Tick()
    {
        progress.Look();
        Draw();
    }

    /// <summary>The picture of now.</summary>
    public static IRenderable Picture(SweepProgress progress)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("running", "step", "for");
        foreach (var (standing, elapsed) in progress.Running)
        {
            var step = standing.Run switch
            {
                { Step: { } at, Steps: { } steps } => string.Create(CultureInfo.InvariantCulture, $"{at}/{steps}"),
                { Step: { } at } => at.ToString(CultureInfo.InvariantCulture),
                _ => "starting",
            };
            table.AddRow(Markup.Escape(CellRun.Label(standing.Cell)), step, Ago.Of(elapsed));
        }

        var counts = $"{SweepCounts.Of(progress.Standings)}{(progress.Left is { } left ? $", about {Ago.Of(left)} left" : "")}";
        return new Rows(new IRenderable[] { table, new Text(counts) }.Concat(SweepCounts.Best(progress.Standings) is { } best ? [new Text(best)] : Array.Empty<IRenderable>()));
    }

    private void Draw() => live.UpdateTarget(Picture(progress));
}
