using Unfold.Cli.Rendering;
using Unfold.Engine.Identity;
using Unfold.Engine.Runs;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli;

/// <summary>Trains cells one after another. One run's failure is not the others'.</summary>
/// <param name="context">Where to say what happens.</param>
/// <param name="host">The plugins.</param>
/// <param name="experiment">The experiment.</param>
internal sealed class ExperimentRunner(CliContext context, PluginHost host, Experiment experiment)
{
    private readonly List<StoredRun> _runs = [];

    /// <summary>The runs so far, those that did not complete included.</summary>
    public IReadOnlyList<StoredRun> Runs => _runs;

    /// <summary>The exit code so far: the highest of the runs'.</summary>
    public int ExitCode { get; private set; }

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

    /// <summary>Trains a cell for every seed, unless identical runs are finished.</summary>
    public void Run(ExperimentCell cell, RunOptions options, CancellationToken cancellation)
    {
        foreach (var seed in cell.Seeds)
            Run(cell, seed, options, cancellation);
    }

    private void Run(ExperimentCell cell, int seed, RunOptions options, CancellationToken cancellation)
    {
        var label = cell.Seeds.Count > 1 ? $"{cell.Name} seed {seed}" : cell.Name;
        try
        {
            var spec = cell.CreateRun(seed);
            var plugins = host.UsedBy(spec).Select(p => new PluginRecord(p.Name, p.Version, p.Path, p.Sha256)).ToList();
            var run = new TrainingRun(experiment.Name, cell, spec);
            var own = options with { Plugins = plugins, Cells = experiment.Cells, ReadSpec = host.ReadRun };
            var outcome = TrainingDisplay.Show(context.Screen, label, observer => run.Execute(own, observer, cancellation));
            if (outcome.WasThere)
                Say(label, $"finished before{(outcome.FinishedAs is { } name ? $" as {name}" : "")}, not repeated (--force repeats it)");
            if (outcome.Result.Error is { } failure)
                Fail(label, $"error {failure}", ErrorReport.CodeOf(outcome.Result.Status));
            _runs.Add(StoredRun.Read(outcome.Folder));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Fail(label, string.Join(Environment.NewLine, ErrorReport.Describe(error)), ErrorReport.CodeOf(error));
            ErrorReport.ShowTrace(context, error);
        }
    }

    private void Fail(string label, string text, int exitCode)
    {
        Say(label, text);
        ExitCode = Math.Max(ExitCode, exitCode);
    }

    private void Say(string label, string text) => context.Screen.Profile.Out.Writer.WriteLine($"[{label}] {text}");
}
