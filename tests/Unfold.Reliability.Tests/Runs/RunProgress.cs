using System.Globalization;
using Unfold.Engine.Safetensors;
using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>How far a run is, by what its directory holds.</summary>
/// <param name="Attempts">How often it was started or gone on with.</param>
/// <param name="Epochs">The epochs whose figures are written.</param>
/// <param name="Step">The step of its last checkpoint, or null.</param>
/// <param name="HasParameters">Whether its parameters are written, and so its training and evaluation over.</param>
/// <param name="HasResults">Whether its results are.</param>
/// <param name="Steps">The steps of the whole run.</param>
internal sealed record RunProgress(int Attempts, int Epochs, long? Step, bool HasParameters, bool HasResults, int Steps)
{
    /// <summary>The part of the training that is done, as far as is known.</summary>
    public double Part => HasResults ? 1 : (Step ?? 0) / (double)Steps;

    /// <summary>That of a run.</summary>
    public static RunProgress Of(ChaosRun run)
    {
        if (run.Directory is not { } directory)
            return new RunProgress(0, 0, null, false, false, run.Spec.Steps);
        return new RunProgress(
            RunState.Read(directory)?.Attempts ?? 0,
            MetricsFile.Read(Path.Combine(directory, RunFiles.Metrics)).Count,
            StepOf(Path.Combine(directory, RunFiles.LastCheckpoint)) ?? StepOf(Path.Combine(directory, RunFiles.CheckpointBeforeLast)),
            File.Exists(Path.Combine(directory, RunFiles.Parameters)),
            File.Exists(Path.Combine(directory, RunFiles.Results)),
            run.Spec.Steps);
    }

    /// <summary>Looks whether the attempt after this began where the checkpoint was. Nothing is said where there was none, or the attempt did not come to begin.</summary>
    /// <param name="run">The run, after that attempt.</param>
    /// <param name="wentOn">Told that it did.</param>
    /// <param name="failed">Told that it did not, in words.</param>
    public void RequireGoneOn(ChaosRun run, Action wentOn, Action<string> failed)
    {
        if (Step is null || run[RunFiles.Log] is not { } log || !File.Exists(log))
            return;
        var begun = File.ReadLines(log).Where(line => line.Contains($"attempt {Attempts + 1},", StringComparison.Ordinal)).ToList();
        if (!begun.All(line => line.Contains($"going on from step {Step} ", StringComparison.Ordinal)))
            failed($"{run.Folder}: attempt {Attempts + 1} did not go on from step {Step}");
        else if (begun.Count > 0)
            wentOn();
    }

    /// <summary>What a process was at when it left this.</summary>
    /// <param name="before">The same before the process began.</param>
    public RunPhase PhaseSince(RunProgress before) => this switch
    {
        { HasResults: true } => RunPhase.Report,
        _ when Attempts == before.Attempts => RunPhase.Startup,
        // Those of an attempt before count for nothing.
        { HasParameters: true } when !before.HasParameters => RunPhase.Writing,
        // The untrained network has a line too.
        _ when Epochs > ChaosSpec.Epochs => RunPhase.Evaluation,
        _ => RunPhase.Training,
    };

    private static long? StepOf(string checkpoint) =>
        File.Exists(checkpoint) ? long.Parse(SafetensorsCheck.Verify(checkpoint, mustBeHashed: true)["step"], CultureInfo.InvariantCulture) : null;
}
