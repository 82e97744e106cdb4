using System.Globalization;
using Spectre.Console;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Cli.Rendering;

/// <summary>A run's progress as a bar: epoch, loss, steps a second, time left.</summary>
internal sealed class ProgressBar : ITrainingObserver
{
    private readonly ProgressTask _task;
    private readonly string _variant;
    private string _validation = "";

    public ProgressBar(ProgressContext context, string variant)
    {
        _variant = variant;
        _task = context.AddTask(Markup.Escape(variant));
    }

    public void Progress(TrainingProgress progress)
    {
        _task.MaxValue = progress.TotalSteps;
        _task.Value = progress.Step;
        Describe(string.Create(CultureInfo.InvariantCulture, $"epoch {progress.Epoch}/{progress.Epochs} loss {progress.Loss:g4} {progress.StepsPerSecond:f1}/s"));
    }

    public void EpochEnded(EpochRecord record)
    {
        _validation = record.Metrics.TryGetValue(MetricNames.ValidationPsnr, out var psnr) ? string.Create(CultureInfo.InvariantCulture, $" {psnr:f2} dB")
            : record.Metrics.TryGetValue(MetricNames.ValidationNmseDb, out var nmse) ? string.Create(CultureInfo.InvariantCulture, $" NMSE {nmse:f2} dB")
            : "";
        if (record.Epoch == 0)
            Describe("epoch 0");
    }

    /// <summary>The last state of the bar.</summary>
    public void End(string text)
    {
        _task.Value = _task.MaxValue;
        Describe(text);
        _task.StopTask();
    }

    private void Describe(string text) => _task.Description = Markup.Escape($"{_variant,-12} {text}{_validation}");
}
