namespace Unfold.Sweeps;

/// <summary>Told how a pool gets on, by one thread.</summary>
public interface IPoolObserver
{
    /// <summary>A cell's process was started.</summary>
    void Started(SweepCell cell);

    /// <summary>A cell's process has ended.</summary>
    void Ended(EndedCell ended);

    /// <summary>About once a second.</summary>
    void Tick();
}
