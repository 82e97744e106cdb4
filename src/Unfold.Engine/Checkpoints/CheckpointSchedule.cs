namespace Unfold.Engine.Checkpoints;

/// <summary>When the next checkpoint is due, by steps and by a clock that is never set back.</summary>
/// <param name="minutes">Minutes between two, or null.</param>
/// <param name="steps">Steps between two, or null.</param>
/// <param name="time">The clock.</param>
internal sealed class CheckpointSchedule(double? minutes, int? steps, TimeProvider time)
{
    private long _since = time.GetTimestamp();
    private long _stepsSince;

    /// <summary>Counts a step.</summary>
    /// <returns>Whether one is due now.</returns>
    public bool Step()
    {
        _stepsSince++;
        return _stepsSince >= steps || (minutes is { } most && time.GetElapsedTime(_since).TotalMinutes >= most);
    }

    /// <summary>One was written.</summary>
    public void Restart() => (_since, _stepsSince) = (time.GetTimestamp(), 0);
}
