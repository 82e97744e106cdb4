using System.Globalization;

namespace Unfold.Results;

/// <summary>Reads one run for a list.</summary>
internal static class ListedRunReader
{
    /// <summary>Reads it; null where its folder has gone meanwhile.</summary>
    public static ListedRun? Read(string outFolder, string folder)
    {
        try
        {
            var (result, status) = (ResultHead.Read(folder), RunState.Read(folder));
            return result is null && status is null && !File.Exists(Path.Combine(folder, RunFiles.Spec))
                ? Damaged(outFolder, folder, "there is nothing of a run in it")
                : Read(ByPlace(outFolder, folder), folder, result, status);
        }
        catch (ResultsException damaged)
        {
            return Directory.Exists(folder) ? Damaged(outFolder, folder, damaged.Message) : null;
        }
    }

    /// <summary>A folder that cannot be read.</summary>
    public static ListedRun Damaged(string outFolder, string folder, string reason) =>
        ByPlace(outFolder, folder) with { Error = reason.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal) };

    private static ListedRun Read(ListedRun place, string folder, ResultHead? result, RunState? status)
    {
        var owner = result?.Status is RunStatus.Completed or RunStatus.Diverged ? null : RunLock.OwnerOf(folder);
        var state = ListedStates.Of(result?.Status, status?.State, owner);
        if (state == ListedState.Damaged)
            return place with { Error = $"{RunFiles.Status} says that it has ended, and there is no {RunFiles.Results}" };
        return place with
        {
            Experiment = result?.Experiment ?? status?.Run?.Experiment ?? place.Experiment,
            Name = result?.Cell ?? result?.Variant ?? status?.Run?.Name ?? place.Name,
            Seed = result?.Seed ?? status?.Run?.Seed ?? place.Seed,
            State = state,
            Step = status?.Step,
            Steps = status?.Steps,
            Seen = Seen(folder, status),
            Attempts = status?.Run is null ? null : status.Attempts,
            TestPsnr = state == ListedState.Completed ? result!.Metrics.TestPsnr : null,
            ValidationMse = state == ListedState.Completed ? result!.Metrics.ValidationMse : null,
            Owner = owner,
            Error = result?.Error ?? (status?.State == RunStatus.Failed ? status.At : null),
        };
    }

    // Folders of an older Unfold, and records that are kept, have no heartbeat.
    private static DateTime? Seen(string folder, RunState? status)
    {
        if (DateTime.TryParse(status?.Heartbeat, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var heartbeat))
            return heartbeat;
        var written = new[] { RunFiles.Results, RunFiles.Status, RunFiles.Spec }.Select(f => Path.Combine(folder, f)).FirstOrDefault(File.Exists);
        return written is null ? null : File.GetLastWriteTimeUtc(written);
    }

    private static ListedRun ByPlace(string outFolder, string folder)
    {
        var relative = Path.GetRelativePath(outFolder, folder).Replace('\\', '/');
        var parts = relative.Split('/');
        return new ListedRun
        {
            Folder = relative,
            Experiment = string.Join('/', parts[..Math.Max(0, parts.Length - 2)]),
            Name = parts.Length > 1 ? parts[^2] : relative,
            Seed = RunFolderName.Of(folder)?.Seed,
            State = ListedState.Damaged,
        };
    }
}
