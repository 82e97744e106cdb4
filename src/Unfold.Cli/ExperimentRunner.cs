using Unfold.Cli.Series;
using Unfold.Engine.Identity;
using Unfold.Engine.Runs;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli;

/// <summary>Trains the cells of an experiment one after another.</summary>
/// <param name="context">Where to say what happens.</param>
/// <param name="host">The plugins.</param>
/// <param name="experiment">The experiment.</param>
/// <param name="afterStop">What is to be done after a stop, in words.</param>
internal sealed class ExperimentRunner(CliContext context, PluginHost host, Experiment experiment, string afterStop = "the same command, without --force, goes on from here")
{
    private readonly RunSeries _series = new(context, afterStop);

    /// <summary>The runs so far, those that did not complete included.</summary>
    public IReadOnlyList<StoredRun> Runs => _series.Runs;

    /// <summary>The exit code so far: the highest of the runs'.</summary>
    public int ExitCode => _series.ExitCode;

    /// <summary>Builds every cell once, so that a mistake in a spec is told before anything starts. A plugin that fails is the matter of its own runs.</summary>
    /// <exception cref="UnfoldException">The first mistake.</exception>
    public static void Check(IEnumerable<ExperimentCell> cells)
    {
        foreach (var cell in cells)
        {
            try
            {
                SpecValidation.Check(cell.Create());
            }
            catch (Exception ofPlugin) when (ErrorReport.CodeOf(ofPlugin) != Cli.ExitCode.Usage)
            {
                // Its runs will say so.
            }
        }
    }

    /// <summary>Trains a cell for every seed, unless identical runs have ended.</summary>
    /// <exception cref="OperationCanceledException">Stopped on request.</exception>
    public void Run(ExperimentCell cell, RunOptions options, CancellationToken cancellation)
    {
        foreach (var seed in cell.Seeds)
        {
            _series.Run(cell.Seeds.Count > 1 ? $"{cell.Name} seed {seed}" : cell.Name, observer =>
            {
                cancellation.ThrowIfCancellationRequested();
                var spec = cell.CreateRun(seed);
                var own = options with { Plugins = host.PluginRecords(spec), Cells = experiment.Cells, ReadSpec = host.ReadRun, Stalled = _series.Stalled };
                return new TrainingRun(experiment.Name, cell, spec).Execute(own, observer, cancellation);
            });
        }
    }
}
