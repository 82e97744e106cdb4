using Newtonsoft.Json;
using Unfold.Results;

namespace Unfold.Cli.Series;

/// <summary>
/// What a command has done so far. It outlives the process: where a component does not come back, or has eaten the memory, the process is replaced by a new one,
/// which goes on with the runs that are left.
/// </summary>
internal sealed record RunSession
{
    private const string Variable = "UNFOLD_SESSION";

    /// <summary>The runs that have ended.</summary>
    public List<EndedRun> Ended { get; init; } = [];

    /// <summary>A folder that the command made for its runs, or null.</summary>
    public string? Folder { get; set; }

    /// <summary>Those that ended in the process before this one: they are not carried out again.</summary>
    [JsonIgnore]
    public IReadOnlyList<EndedRun> Before { get; private init; } = [];

    /// <summary>That of the process before this one, or a new one.</summary>
    public static RunSession OfThisProcess()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } file || !File.Exists(file))
            return new RunSession();
        var session = ResultsJson.ReadFile<RunSession>(file);
        File.Delete(file);
        return session with { Before = [.. session.Ended] };
    }

    /// <summary>Replaces the process by a new one for the same command.</summary>
    public void Restart()
    {
        var file = Path.Combine(Path.GetTempPath(), $"unfold-session-{Guid.NewGuid():n}.json");
        AtomicFile.Write(file, ResultsJson.Indented(this));
        ProcessRestart.Now(Variable, file);
    }
}
