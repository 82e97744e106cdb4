using System.Globalization;

namespace Unfold.Sweeps.Tests;

/// <summary>What a pool said.</summary>
internal sealed class PoolRecord : IPoolObserver
{
    public List<string> Events { get; } = [];

    public List<int> Started { get; } = [];

    public Dictionary<int, EndedCell> Ended { get; } = [];

    public Action OnTick { get; set; } = () => { };

    void IPoolObserver.Started(SweepCell cell)
    {
        Started.Add(cell.Index);
        Events.Add(string.Create(CultureInfo.InvariantCulture, $"start {cell.Index}"));
    }

    void IPoolObserver.Ended(EndedCell ended)
    {
        Ended[ended.Cell.Index] = ended;
        Events.Add(string.Create(CultureInfo.InvariantCulture, $"end {ended.Cell.Index}"));
    }

    public void Tick() => OnTick();
}
