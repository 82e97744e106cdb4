using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Unfold.Engine.Safetensors;
using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>Whether everything in a run's directory can be read, whatever became of the process that wrote it.</summary>
internal static class RunDirectoryCheck
{
    /// <summary>What cannot be read, in words; none is as it should be. Temporary files, which nobody reads, do not count.</summary>
    public static IReadOnlyList<string> Problems(string directory)
    {
        List<string> problems = [];
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".tmp", StringComparison.Ordinal)))
        {
            try
            {
                Read(file);
            }
            catch (Exception damaged) when (damaged is ResultsException or JsonException)
            {
                problems.Add($"{Path.GetRelativePath(directory, file)}: {damaged.Message}");
            }
        }

        return problems;
    }

    /// <summary>What an ended run leaves lying about: no temporary files, no lock, and no checkpoint to go on from.</summary>
    public static IReadOnlyList<string> LeftOver(string directory) =>
    [
        .. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(directory, f))
            .Where(f => f.EndsWith(".tmp", StringComparison.Ordinal) || f is RunFiles.Lock or RunFiles.LastCheckpoint or RunFiles.CheckpointBeforeLast),
    ];

    private static void Read(string file)
    {
        switch (Path.GetExtension(file))
        {
            case ".json":
                JToken.Parse(File.ReadAllText(file));
                break;
            case ".jsonl":
                MetricsFile.Read(file);
                break;
            case ".csv":
                ImageFiguresFile.Read(file);
                break;
            case ".safetensors":
                SafetensorsCheck.Verify(file, mustBeHashed: true);
                break;
            default:
                break;
        }
    }
}
