using Unfold.Cli.Rendering;
using Unfold.Engine.Runs;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli;

/// <summary>Trains variants one after another. One variant's failure is not the others'.</summary>
/// <param name="context">Where to say what happens.</param>
/// <param name="host">The plugins.</param>
/// <param name="experiment">The experiment.</param>
internal sealed class ExperimentRunner(CliContext context, PluginHost host, Experiment experiment)
{
    private readonly List<StoredRun> _runs = [];

    /// <summary>The runs so far, those that did not complete included.</summary>
    public IReadOnlyList<StoredRun> Runs => _runs;

    /// <summary>The exit code so far: the highest of the variants'.</summary>
    public int ExitCode { get; private set; }

    /// <summary>The variants of these names, in the order of the file; all for none.</summary>
    /// <exception cref="UnfoldException">UFX017: there is no such variant.</exception>
    public static IReadOnlyList<ExperimentVariant> Select(Experiment experiment, IReadOnlyCollection<string> names)
    {
        var unknown = names.FirstOrDefault(name => experiment.Variants.All(v => v.Name != name));
        return unknown is null
            ? [.. experiment.Variants.Where(v => names.Count == 0 || names.Contains(v.Name))]
            : throw new UnfoldException("UFX017", $"'{experiment.Name}' has no variant '{unknown}'", $"its variants are {string.Join(", ", experiment.Variants.Select(v => v.Name))}");
    }

    /// <summary>Trains a variant, unless an identical run is finished.</summary>
    public void Run(ExperimentVariant variant, RunOptions options, CancellationToken cancellation)
    {
        try
        {
            var spec = variant.Create();
            var plugins = host.UsedBy(spec).Select(p => new PluginRecord(p.Name, p.Version, p.Path, p.Sha256)).ToList();
            var run = new TrainingRun(experiment.Name, variant.Name, spec);
            var outcome = TrainingDisplay.Show(context.Screen, variant.Name, observer => run.Execute(options with { Plugins = plugins }, observer, cancellation));
            if (outcome.WasThere)
                Say(variant, "finished before, not repeated (--force repeats it)");
            if (outcome.Result.Error is { } failure)
                Fail(variant, $"error {failure}", ErrorReport.CodeOf(outcome.Result.Status));
            _runs.Add(StoredRun.Read(outcome.Folder));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Fail(variant, string.Join(Environment.NewLine, ErrorReport.Describe(error)), ErrorReport.CodeOf(error));
            ErrorReport.ShowTrace(context, error);
        }
    }

    private void Fail(ExperimentVariant variant, string text, int exitCode)
    {
        Say(variant, text);
        ExitCode = Math.Max(ExitCode, exitCode);
    }

    private void Say(ExperimentVariant variant, string text) => context.Screen.Profile.Out.Writer.WriteLine($"[{variant.Name}] {text}");
}
