using TorchSharp;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>A run's metrics as the one event file that TensorBoard reads: written from metrics.jsonl when the run has ended.</summary>
internal static class TensorBoardEvents
{
    private const string Pattern = "events.out.tfevents.*";

    /// <summary>Writes the file, in place of an earlier one.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="records">Its metrics by epoch.</param>
    public static void Write(string folder, IReadOnlyList<MetricRecord> records)
    {
        foreach (var earlier in Directory.EnumerateFiles(folder, Pattern))
            File.Delete(earlier);
        var writer = torch.utils.tensorboard.SummaryWriter(folder, createRunName: false);
        foreach (var record in records)
        {
            foreach (var (name, value) in record.Metrics)
                writer.add_scalar(name, (float)value, (int)record.Step);
        }
    }
}
