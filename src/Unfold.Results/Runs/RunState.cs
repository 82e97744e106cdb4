namespace Unfold.Results;

/// <summary>A run's status.json: where it stands, and who works on it.</summary>
public sealed record RunState
{
    /// <summary>The format's version.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Where it stands.</summary>
    public required RunStatus State { get; init; }

    /// <summary>Steps done.</summary>
    public long Step { get; init; }

    /// <summary>Steps of the whole run, where they are known; fewer are done where validation stops it.</summary>
    public long? Steps { get; init; }

    /// <summary>What it is at, in words, or what ended it.</summary>
    public string? At { get; init; }

    /// <summary>When this was written, in UTC; every 30 seconds while the run is alive.</summary>
    public string? Heartbeat { get; init; }

    /// <summary>The machine.</summary>
    public string? Host { get; init; }

    /// <summary>The process.</summary>
    public int? Pid { get; init; }

    /// <summary>How often the run was started or gone on with.</summary>
    public int Attempts { get; init; }

    /// <summary>Which run it is; null in folders of an older Unfold.</summary>
    public RunDescription? Run { get; init; }

    /// <summary>Reads a folder's, or null where it has none.</summary>
    /// <exception cref="ResultsException">UFR003: it is damaged.</exception>
    public static RunState? Read(string folder)
    {
        var path = Path.Combine(folder, RunFiles.Status);
        return File.Exists(path) ? ResultsJson.ReadFile<RunState>(path) : null;
    }
}
