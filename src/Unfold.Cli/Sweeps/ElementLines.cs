using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>The cells of an element that run side by side, in the lines of its job's output; what they say themselves is in their own logs.</summary>
internal sealed class ElementLines(Action<string> say) : IPoolObserver
{
    public void Started(SweepCell cell) => say($"{CellRun.Label(cell)}: started");

    public void Ended(EndedCell ended) => say($"{CellRun.Label(ended.Cell)}: {ended.End.ToString().ToLowerInvariant()}{(ended.Error is { } error ? $": {error}" : "")}");

    public void Tick()
    {
        // Nothing has to be said in between.
    }
}
