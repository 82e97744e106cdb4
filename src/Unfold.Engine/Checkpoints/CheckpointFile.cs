using System.Globalization;
using TorchSharp;
using Unfold.Engine.Safetensors;
using Unfold.Results;

namespace Unfold.Engine.Checkpoints;

/// <summary>A checkpoint as a safetensors file, with the numbers of the training in its header.</summary>
internal static class CheckpointFile
{
    private const int Version = 1;

    /// <summary>The metadata's key of the format's version.</summary>
    public const string FormatKey = "unfold_format";

    /// <summary>The metadata's key of what the file is.</summary>
    public const string KindKey = "unfold_kind";

    /// <summary>The metadata's key of the run's identity.</summary>
    public const string RunKey = "run_sha256";

    /// <summary>The metadata's key of the numbers, as JSON.</summary>
    public const string PositionKey = "position";

    /// <summary>The metadata's key of the spec that the run was started with.</summary>
    public const string SpecKey = "spec";

    /// <summary>What a checkpoint is called.</summary>
    public const string Kind = "checkpoint";

    /// <summary>Writes it whole or not at all; the one before keeps its other name.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static void Write(string folder, IEnumerable<KeyValuePair<string, torch.Tensor>> tensors, TrainingPosition position, string runSha256, string specJson) => SafetensorsWriter.Write(
        Path.Combine(folder, RunFiles.LastCheckpoint),
        tensors,
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [FormatKey] = Version.ToString(CultureInfo.InvariantCulture),
            [KindKey] = Kind,
            [RunKey] = runSha256,
            ["epoch"] = position.Epoch.ToString(CultureInfo.InvariantCulture),
            ["step"] = position.Step.ToString(CultureInfo.InvariantCulture),
            [PositionKey] = ResultsJson.Line(position),
            [SpecKey] = specJson,
        },
        previous: Path.Combine(folder, RunFiles.CheckpointBeforeLast));

    /// <summary>Reads one.</summary>
    /// <exception cref="ResultsException">UFR003 or UFR010: it is missing or damaged; UFR012: it is of another run or format.</exception>
    public static Checkpoint Read(string path, string runSha256)
    {
        var file = SafetensorsReader.Read(path, mustBeHashed: true);
        try
        {
            if (file.Metadata.GetValueOrDefault(KindKey) != Kind || file.Metadata.GetValueOrDefault(FormatKey) != Version.ToString(CultureInfo.InvariantCulture))
                throw Other(path, $"its format is {file.Metadata.GetValueOrDefault(KindKey) ?? "unknown"} {file.Metadata.GetValueOrDefault(FormatKey)}, and this program reads {Kind} {Version}");
            if (file.Metadata.GetValueOrDefault(RunKey) is var of && of != runSha256)
                throw Other(path, $"it is of the run {of?[..12] ?? "?"}, and this one is {runSha256[..12]}");
            return new Checkpoint(ResultsJson.Read<TrainingPosition>(file.Metadata.GetValueOrDefault(PositionKey) ?? "", path), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The spec that a folder's run was started with, as its checkpoints have it; null where there is none to be read.</summary>
    public static string? SpecOf(string folder)
    {
        foreach (var name in RunFiles.ToGoOnFrom)
        {
            try
            {
                if (File.Exists(Path.Combine(folder, name)))
                    return SafetensorsCheck.Verify(Path.Combine(folder, name), mustBeHashed: true).GetValueOrDefault(SpecKey);
            }
            catch (ResultsException)
            {
                // Damaged: the one before has it too.
            }
        }

        return null;
    }

    private static ResultsException Other(string path, string how) =>
        new("UFR012", $"{path} does not fit the run of its folder: {how}", "start the run again with --force");
}
