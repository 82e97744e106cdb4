using Unfold.Engine.Checkpoints;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>The folder of a run that has ended.</summary>
internal static class EndedFolder
{
    /// <summary>
    /// Does what was left to do where the process was killed after it had written the results: without it the folder would keep a lock that nobody holds, and
    /// checkpoints that nobody needs. A folder whose process came to its end is not touched.
    /// </summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static void Tidy(string folder, RunStatus status)
    {
        if (!File.Exists(Path.Combine(folder, RunFiles.Lock)) || RunLock.OwnerOf(folder) is not null)
            return;
        try
        {
            using var directory = RunDirectory.Open(folder);
            if (status == RunStatus.Completed)
                CheckpointStore.Finish(directory);
            if (RunState.Read(folder) is { State: RunStatus.Running } state)
                directory.Write(RunFiles.Status, state with { State = status, At = $"{status}" });
        }
        catch (ResultsException another) when (another.Code == "UFR013")
        {
            // It does the same at this moment.
        }
    }
}
