using System.Globalization;
using Unfold.Engine.Safetensors;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Checkpoints;

/// <summary>The parameters with the lowest validation MSE so far, under their own names; for people: a run goes on from its last checkpoint, which holds them too.</summary>
internal static class BestParametersFile
{
    /// <summary>What the file is called in its metadata.</summary>
    public const string Kind = "best-parameters";

    public static void Write(string folder, BestParameters best, string runSha256) => SafetensorsWriter.Write(
        Path.Combine(folder, RunFiles.BestParameters),
        best.Copies,
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [CheckpointFile.FormatKey] = "1",
            [CheckpointFile.KindKey] = Kind,
            [CheckpointFile.RunKey] = runSha256,
            ["epoch"] = best.Epoch.ToString(CultureInfo.InvariantCulture),
            ["validation_mse"] = best.Mse.ToString("R", CultureInfo.InvariantCulture),
        });
}
