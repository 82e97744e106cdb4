using System.Globalization;
using Unfold.Results;

namespace Unfold.Sweeps.Tests;

/// <summary>A sweep in a temporary folder, without anything to train.</summary>
internal sealed class SweepSpecimen : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SweepSpecimen(int cells, Func<int, int[]>? after = null) =>
        Sweep = SweepFolder.Create(Root, Out, Plan(cells, after), ["{}"]);

    public string Root => _folder["sweeps"];

    public string Out => _folder["runs"];

    public string Folder => _folder.Path;

    public SweepFolder Sweep { get; }

    public static SweepPlan Plan(int cells, Func<int, int[]>? after = null) => new()
    {
        Experiment = "demo",
        Called = "demo",
        Out = "",
        Created = "2026-11-28T12:00:00Z",
        Cells = [.. Enumerable.Range(0, cells).Select(i => Cell(i, after?.Invoke(i) ?? []))],
    };

    public static string HashOf(int index) => index.ToString("x64", CultureInfo.InvariantCulture)[^2..].PadRight(64, 'a');

    public string FolderOf(int index) => System.IO.Path.Combine(Out, Sweep.Cell(index).Folder!);

    /// <summary>A run's folder as a process would leave it.</summary>
    public void Leave(int index, RunStatus status, string? error = null, double mse = 0.5) => Write(FolderOf(index), index, status, error, mse);

    /// <summary>The same somewhere else, for a process to copy.</summary>
    public string Prepare(int index, RunStatus status, string? error = null, double mse = 0.5)
    {
        var folder = _folder["prepared", index.ToString(CultureInfo.InvariantCulture)];
        Write(folder, index, status, error, mse);
        return folder;
    }

    public void Dispose() => _folder.Dispose();

    private static SweepCell Cell(int index, int[] after) => new()
    {
        Index = index,
        Variant = "mean",
        Name = $"mean[layers={index}]",
        Seed = 0,
        SpecSha256 = HashOf(index),
        Folder = $"demo/mean[layers={index}]/0-{HashOf(index)[..12]}",
        Spec = 0,
        After = after,
    };

    private void Write(string folder, int index, RunStatus status, string? error, double mse)
    {
        var cell = Sweep.Cell(index);
        AtomicFile.Write(System.IO.Path.Combine(folder, RunFiles.Spec), "{}\n");
        if (status is not (RunStatus.Running or RunStatus.Interrupted))
            AtomicFile.Write(System.IO.Path.Combine(folder, RunFiles.Results), ResultsJson.Indented(new RunResult { Experiment = "demo", Variant = cell.Variant, Cell = cell.Name, Seed = cell.Seed, SpecSha256 = cell.SpecSha256, Status = status, Error = error, Metrics = new(StringComparer.Ordinal) { [MetricNames.ValidationMse] = mse } }));
        AtomicFile.Write(System.IO.Path.Combine(folder, RunFiles.Status), ResultsJson.Indented(new RunState { State = status, Step = 5, Steps = 10, Attempts = 1, Heartbeat = "2026-11-28T12:00:00Z" }));
    }
}
