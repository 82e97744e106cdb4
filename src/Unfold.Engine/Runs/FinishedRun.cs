using TorchSharp;
using Unfold.Engine.Devices;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Identity;
using Unfold.Engine.Native;
using Unfold.Engine.Networks;
using Unfold.Engine.Problems;
using Unfold.Engine.Seeds;
using Unfold.Engine.Teachers;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>A completed run, opened again: its problem, its network with the reported parameters, its evaluator. Owns them.</summary>
public sealed class FinishedRun : IDisposable
{
    private FinishedRun(string folder, TrainingSpec spec, RunResult result, PreparedProblem prepared, UnfoldingNetwork network, TeacherSet teachers)
    {
        (Folder, Spec, Result, Prepared, Teachers) = (folder, spec, result, prepared, teachers);
        Runner = new NetworkRunner(network, FullGradient.Of(spec).Continuation) { Pass = ForwardPass.OfEvaluation(spec) };
        Evaluator = new SplitEvaluator(Runner, spec.Loss, prepared, new SeedStreams(spec.Seed), spec.Training.BatchSize, teachers);
    }

    /// <summary>Its folder.</summary>
    public string Folder { get; }

    /// <summary>What was trained.</summary>
    public TrainingSpec Spec { get; }

    /// <summary>Its results.json.</summary>
    public RunResult Result { get; }

    /// <summary>Its signals, split and normalised, and its operator.</summary>
    public PreparedProblem Prepared { get; }

    /// <summary>The network under its continuation, in evaluation mode: the trained one's values, and no gradient held back (<see cref="IFullyDifferentiable{T}"/>).</summary>
    public NetworkRunner Runner { get; }

    /// <summary>The evaluator of the run: on the same device and threads it gives the figures of results.json, bit for bit.</summary>
    public SplitEvaluator Evaluator { get; }

    /// <summary>The runs that it learnt from, opened too.</summary>
    public TeacherSet Teachers { get; }

    /// <summary>Opens a run. It trains nothing and writes nothing.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="spec">The typed form of its spec.json.</param>
    /// <param name="device">A device in place of the spec's, or null.</param>
    /// <param name="threads">Threads of torch's operations, or null to leave them as they are.</param>
    /// <param name="readSpec">Reads a spec.json: those of the run's teachers, which its loss may need. Null where it has none.</param>
    /// <exception cref="ResultsException">
    /// UFR003 or UFR010: a file is missing or damaged; UFR011: it did not complete, or is of another spec or other components;
    /// UFR012: its parameters are not of the network that its spec builds.
    /// </exception>
    /// <exception cref="UnfoldException">Its data or the device is not here.</exception>
    public static FinishedRun Open(string folder, TrainingSpec spec, string? device = null, int? threads = null, Func<string, TrainingSpec>? readSpec = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var result = ResultsJson.ReadFile<RunResult>(Path.Combine(folder, RunFiles.Results));
        if (result.Status != RunStatus.Completed)
            throw Closed(folder, $"it did not complete ({result.Status})", "repeat it: unfold run");
        if (RunIdentity.Of(spec, result.Teachers).SpecSha256 != result.SpecSha256)
            throw Closed(folder, "its spec means another run today: a component has other options than the one that it was trained with", "use the plugins that it was trained with (environment.json names them), or repeat the run");
        var taughtBy = RecordedTeachers.Find(folder, result.Teachers, readSpec);
        NativeLibraries.Load();
        TorchThreads.Set(threads);
        var prepared = ProblemSetup.Prepare(spec, DeviceSelector.Select(device ?? spec.Training.Device));
        var teachers = TeacherSet.None;
        try
        {
            teachers = TeacherOpener.Open(taughtBy, prepared);
            return new FinishedRun(folder, spec, result, prepared, StoredNetwork.Open(folder, FullGradient.Of(spec), result, prepared), teachers);
        }
        catch
        {
            teachers.Dispose();
            prepared.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Runner.Network.Dispose();
        Teachers.Dispose();
        Prepared.Dispose();
    }

    private static ResultsException Closed(string folder, string why, string mend) => new("UFR011", $"the run in {folder} cannot be opened again: {why}", mend);
}
