using TorchSharp;
using Unfold.Engine.Devices;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Identity;
using Unfold.Engine.Native;
using Unfold.Engine.Networks;
using Unfold.Engine.Problems;
using Unfold.Engine.Seeds;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>A completed run, opened again: its problem, its network with the reported parameters, its evaluator. Owns them.</summary>
public sealed class FinishedRun : IDisposable
{
    private FinishedRun(string folder, TrainingSpec spec, RunResult result, PreparedProblem prepared, UnfoldingNetwork network)
    {
        (Folder, Spec, Result, Prepared) = (folder, spec, result, prepared);
        Runner = new NetworkRunner(network, spec.Continuation);
        Evaluator = new SplitEvaluator(Runner, spec.Loss, prepared, new SeedStreams(spec.Seed), spec.Training.BatchSize);
    }

    /// <summary>Its folder.</summary>
    public string Folder { get; }

    /// <summary>What was trained.</summary>
    public TrainingSpec Spec { get; }

    /// <summary>Its results.json.</summary>
    public RunResult Result { get; }

    /// <summary>Its signals, split and normalised, and its operator.</summary>
    public PreparedProblem Prepared { get; }

    /// <summary>The network under its continuation, in evaluation mode.</summary>
    public NetworkRunner Runner { get; }

    /// <summary>The evaluator of the run: on the same device and threads it gives the figures of results.json, bit for bit.</summary>
    public SplitEvaluator Evaluator { get; }

    /// <summary>Opens a run. It trains nothing and writes nothing.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="spec">The typed form of its spec.json.</param>
    /// <param name="device">A device in place of the spec's, or null.</param>
    /// <param name="threads">Threads of torch's operations, or null to leave them as they are.</param>
    /// <exception cref="ResultsException">
    /// UFR003 or UFR010: a file is missing or damaged; UFR011: it did not complete, or is of another spec or other components;
    /// UFR012: its parameters are not of the network that its spec builds.
    /// </exception>
    /// <exception cref="UnfoldException">Its data or the device is not here.</exception>
    public static FinishedRun Open(string folder, TrainingSpec spec, string? device = null, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var result = ResultsJson.ReadFile<RunResult>(Path.Combine(folder, RunFiles.Results));
        if (result.Status != RunStatus.Completed)
            throw Closed(folder, $"it did not complete ({result.Status})", "repeat it: unfold run");
        if (!File.Exists(Path.Combine(folder, RunFiles.Parameters)))
            throw Closed(folder, $"it has no {RunFiles.Parameters}: an older version made it", "repeat it with --force");
        if (RunIdentity.Of(spec).Sha256 != result.SpecSha256)
            throw Closed(folder, "its spec means another run today: a component has other options than the one that it was trained with", "use the plugins that it was trained with (environment.json names them), or repeat the run");
        NativeLibraries.Load();
        TorchThreads.Set(threads);
        var prepared = ProblemSetup.Prepare(spec, DeviceSelector.Select(device ?? spec.Training.Device));
        UnfoldingNetwork? network = null;
        try
        {
            network = NetworkBuild.Build(spec, prepared);
            ParametersFile.Load(folder, network, result.SpecSha256);
            if (ParametersHash.Of(network) != result.ParametersSha256)
                throw new ResultsException("UFR012", $"the parameters in {folder} are not those of its {RunFiles.Results}", "repeat the run with --force");
            network.eval();
            return new FinishedRun(folder, spec, result, prepared, network);
        }
        catch
        {
            network?.Dispose();
            prepared.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Runner.Network.Dispose();
        Prepared.Dispose();
    }

    private static ResultsException Closed(string folder, string why, string mend) => new("UFR011", $"the run in {folder} cannot be opened again: {why}", mend);
}
