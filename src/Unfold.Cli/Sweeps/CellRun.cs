using System.Globalization;
using Unfold.Cli.Series;
using Unfold.Engine.Runs;
using Unfold.Engine.Training;
using Unfold.Hosting;
using Unfold.Results;
using Unfold.Specs;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>Trains one cell of a sweep, wherever it runs: the same code for a pool of processes and for a scheduler.</summary>
/// <param name="context">Where to say what happens.</param>
/// <param name="host">The plugins.</param>
/// <param name="sweep">The sweep.</param>
/// <param name="cell">The cell.</param>
internal sealed class CellRun(CliContext context, PluginHost host, SweepFolder sweep, SweepCell cell)
{
    private readonly RunSeries _series = new(context, "its state is saved");
    private readonly Dictionary<int, TrainingSpec> _specs = [];

    /// <summary>What the cell is called.</summary>
    public static string Label(SweepCell cell) => $"{cell.Name} seed {cell.Seed}";

    /// <summary>Trains it.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">Stopped on request.</exception>
    public int Run(CancellationToken cancellation)
    {
        using var halving = SweepHalving.JudgeOf(sweep, cell) is { } judge ? new HalvingObserver(judge, cell, cancellation) : null;
        // What was said of the last attempt is over, unless it was this one's, whose process was replaced.
        if (!context.Session.Before.Any(e => e.Key == Label(cell)))
            Record(null);
        try
        {
            Series(observer => Train(halving?.Around(observer) ?? observer, halving, halving?.Token ?? cancellation));
            return _series.ExitCode;
        }
        catch (OperationCanceledException) when (halving?.Stop is { } stop && !cancellation.IsCancellationRequested)
        {
            context.Screen.Profile.Out.Writer.WriteLine($"[{Label(cell)}] halved after epoch {stop.Epoch}: {stop.Metric} {stop.Value.ToString("g4", CultureInfo.InvariantCulture)}, among {stop.Compared.Count + 1} that were there");
            return ExitCode.Done;
        }
    }

    private void Series(Func<ITrainingObserver, RunOutcome> train) => _series.Run(Label(cell), observer =>
    {
        try
        {
            var outcome = train(observer);
            if (outcome.Result.Status == RunStatus.Failed)
                Record(outcome.Result.Error);
            return outcome;
        }
        catch (Exception failed) when (failed is not OperationCanceledException && ErrorReport.CodeOf(failed) != ExitCode.Locked)
        {
            Record(ErrorText.Of(failed));
            throw;
        }
    });

    private RunOutcome Train(ITrainingObserver observer, HalvingObserver? halving, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var spec = SpecOf(cell) with { Seed = cell.Seed };
        halving?.Begin(spec.Training.Epochs);
        var own = ExperimentCell(cell);
        var options = new RunOptions
        {
            OutFolder = sweep.Out,
            Threads = sweep.Plan.Threads,
            Device = sweep.Plan.Device,
            Cells = cell.After.Count > 0 ? [.. sweep.Plan.Cells.DistinctBy(c => c.Name).Select(ExperimentCell)] : [own],
            ReadSpec = host.ReadRun,
            PlannedSpecSha256 = cell.SpecSha256,
            Stalled = _series.Stalled,
            Plugins = host.PluginRecords(spec),
        };
        return new TrainingRun(sweep.Plan.Experiment, own, spec).Execute(options with { Command = RunCommands.Of(sweep.Plan.Called, [.. sweep.Plan.Overrides, $"seed={cell.Seed}"], [cell.Name], options) }, observer, cancellation);
    }

    private ExperimentCell ExperimentCell(SweepCell planned) => new(planned.Variant, planned.Name, [planned.Seed], () => SpecOf(planned)) { Axes = planned.Overrides };

    private TrainingSpec SpecOf(SweepCell planned) => _specs.TryGetValue(planned.Spec, out var known)
        ? known
        : _specs[planned.Spec] = host.Read(SpecSource.OfText(Path.Combine(sweep.Path, SweepFiles.Specs), "cell", sweep.SpecOf(planned))).Experiment.Cells[0].Create();

    private void Record(string? error)
    {
        try
        {
            CellRecord.Change(sweep, cell, record => record with { Error = error });
        }
        catch (ResultsException refused)
        {
            // On a full disk: the log, or the screen, has the error itself.
            context.Screen.Profile.Out.Writer.WriteLine($"[{Label(cell)}] not recorded: {refused.Message}");
        }
    }
}
