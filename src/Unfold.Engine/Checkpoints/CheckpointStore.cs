using TorchSharp;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Checkpoints;

/// <summary>The checkpoints of a run's folder: the last, the one before it, and the best parameters so far.</summary>
/// <param name="directory">The run's folder.</param>
/// <param name="runSha256">The run's identity.</param>
/// <param name="specJson">Its spec, as the file beside has it.</param>
/// <param name="schedule">When to write.</param>
/// <param name="saved">Called when one was written.</param>
internal sealed class CheckpointStore(RunDirectory directory, string runSha256, string specJson, CheckpointSchedule schedule, Action saved)
{
    // Rows, pictures and tables of a run that has ended.
    private const long Results = 4 << 20;

    private int _bestEpoch;

    /// <summary>Finds the checkpoint to go on from; null where there is none.</summary>
    /// <param name="notes">Takes what a reader of the results must know.</param>
    /// <exception cref="ResultsException">UFR015: none of them can be read; UFR012: they are of another run.</exception>
    public Checkpoint? Find(Action<string> notes)
    {
        ResultsException? damaged = null;
        foreach (var name in RunFiles.ToGoOnFrom)
        {
            var path = Path.Combine(directory.Folder, name);
            if (!File.Exists(path))
                continue;
            try
            {
                var found = CheckpointFile.Read(path, runSha256);
                if (damaged is not null)
                    notes($"{RunFiles.LastCheckpoint} was damaged ({damaged.Code}): gone on from {name}, step {found.Position.Step}");
                return found;
            }
            catch (ResultsException error) when (error.Code is "UFR003" or "UFR010")
            {
                damaged = error;
            }
        }

        return damaged is null
            ? null
            : throw new ResultsException("UFR015", $"no checkpoint in {directory.Folder} can be read: {damaged.Message}", "take the folder from a copy, or start the run again with --force", damaged);
    }

    /// <summary>Refuses to begin where the checkpoints would not fit.</summary>
    /// <exception cref="ResultsException">UFR002: there is too little room.</exception>
    public void RequireRoom(TrainingState state)
    {
        // Three at a time: the two that are there and the one that is being written; less what lies there already.
        var needed = (3 * state.Bytes) + state.NetworkBytes + Results - Lengths([.. RunFiles.ToGoOnFrom, RunFiles.BestParameters]);
        var free = FreeSpace.Of(directory.Folder);
        if (free < needed)
            throw new ResultsException("UFR002", $"there are {free >> 20} MiB free for {directory.Folder}, and its checkpoints and results take up to {(needed >> 20) + 1} MiB", "free some space, or choose another folder with --out");
    }

    /// <summary>Counts a step, and writes a checkpoint where one is due.</summary>
    public void Step(TrainingState state)
    {
        if (schedule.Step())
            Write(state);
    }

    /// <summary>
    /// Writes a checkpoint. A state that is not finite is not written: what was written before is the last good one, and from there the
    /// training runs into the same again.
    /// </summary>
    /// <exception cref="ResultsException">UFR001 or UFR002: what was written before is as it was.</exception>
    public void Write(TrainingState state)
    {
        directory.RequireOwn();
        schedule.Restart();
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        if (!state.IsFinite)
            return;
        CheckpointFile.Write(directory.Folder, state.Tensors(), state.Position with { MetricsBytes = directory.MetricsLength }, runSha256, specJson);
        WriteBest(state);
        saved();
    }

    /// <summary>Writes the best parameters, unless they are there.</summary>
    public void WriteBest(TrainingState state)
    {
        if (state.Best.Epoch == _bestEpoch || state.Best.Copies.Count == 0)
            return;
        BestParametersFile.Write(directory.Folder, state.Best, runSha256);
        _bestEpoch = state.Best.Epoch;
    }

    private long Lengths(IEnumerable<string> names) =>
        names.Select(name => new FileInfo(Path.Combine(directory.Folder, name))).Where(file => file.Exists).Sum(file => file.Length);

    /// <summary>Removes what only an unfinished run needs.</summary>
    public static void Finish(RunDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        foreach (var name in RunFiles.ToGoOnFrom)
            directory.Delete(name);
    }
}
