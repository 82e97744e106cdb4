using Unfold.Engine.Devices;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Native;
using Unfold.Engine.Problems;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>What a run needs before it begins: torch, a device, its problem; and whether it may go on here.</summary>
/// <param name="Prepared">The problem with its data.</param>
/// <param name="Environment">For environment.json.</param>
/// <param name="Notes">What a reader of the results must know.</param>
internal sealed record RunSetup(PreparedProblem Prepared, RunEnvironment Environment, IReadOnlyList<string> Notes) : IDisposable
{
    /// <param name="spec">What to train.</param>
    /// <param name="options">How.</param>
    /// <param name="before">What the run was started in, where it goes on.</param>
    /// <param name="directory">Its folder.</param>
    /// <param name="activity">Told what is done.</param>
    /// <param name="cancellation">Looked at between the parts.</param>
    /// <exception cref="UnfoldException">Data, device or libtorch are not here.</exception>
    /// <exception cref="ResultsException">UFR016: what the run depends on has changed since it was started.</exception>
    public static RunSetup Prepare(TrainingSpec spec, RunOptions options, RunEnvironment? before, RunDirectory directory, TrainingActivity activity, CancellationToken cancellation)
    {
        if (before is not null)
            ResumeCheck.RequirePlugins(directory.Folder, before, options.Plugins);
        cancellation.ThrowIfCancellationRequested();
        var started = DateTime.UtcNow;
        var hasOwnPeak = ResidentMemory.TryReset();
        var libtorch = NativeLibraries.Load();
        // Sums are ordered by threads: a run goes on with as many as it had.
        TorchThreads.Set(options.Threads ?? before?.Threads);
        var device = DeviceSelector.Select(options.Device ?? before?.Device ?? spec.Training.Device);
        activity.At("loading the signals", spec.Dataset);
        var prepared = ProblemSetup.Prepare(spec, device, cancellation);
        activity.In(null);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            var environment = EnvironmentCapture.Take(libtorch, prepared, options, started);
            return new RunSetup(prepared, environment, [.. NotesOf(libtorch, hasOwnPeak), .. before is null ? [] : ResumeCheck.Require(directory.Folder, before, environment)]);
        }
        catch
        {
            prepared.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Prepared.Dispose();

    private static IEnumerable<string> NotesOf(LibTorchFolder libtorch, bool hasOwnPeak)
    {
        if (libtorch.VersionWarning is { } warning)
            yield return warning;
        if (!hasOwnPeak)
            yield return "memory.peak_mb is the peak since the process started: this system does not reset it";
    }
}
