using System.Globalization;
using Spectre.Console;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Cli.Rendering;

/// <summary>Progress as lines: one an epoch, and one in between where an epoch takes long.</summary>
internal sealed class ProgressLines(IAnsiConsole screen, string variant) : ITrainingObserver
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private DateTime _last = DateTime.UtcNow;
    private TrainingProgress? _progress;

    public void Progress(TrainingProgress progress)
    {
        _progress = progress;
        if (DateTime.UtcNow - _last < Interval)
            return;
        var left = TimeSpan.FromSeconds((progress.TotalSteps - progress.Step) / Math.Max(1e-9, progress.StepsPerSecond));
        Say(string.Create(CultureInfo.InvariantCulture, $"step {progress.Step}/{progress.TotalSteps}, loss {progress.Loss:g4}, {progress.StepsPerSecond:f1} steps/s, {left:m\\:ss} left"));
    }

    public void EpochEnded(EpochRecord record)
    {
        var text = record.Metrics.TryGetValue(MetricNames.ValidationPsnr, out var psnr)
            ? string.Create(CultureInfo.InvariantCulture, $", validation PSNR {psnr:f2} dB")
            : record.Metrics.TryGetValue(MetricNames.ValidationNmseDb, out var nmse) ? string.Create(CultureInfo.InvariantCulture, $", validation NMSE {nmse:f2} dB")
            : "";
        var rate = _progress is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {_progress.StepsPerSecond:f1} steps/s");
        Say($"epoch {record.Epoch}{text}{rate}");
    }

    public void Say(string text)
    {
        _last = DateTime.UtcNow;
        screen.Profile.Out.Writer.WriteLine($"[{variant}] {text}");
    }
}
