using Unfold.Engine.Planning;
using Unfold.Engine.Runs;
using Unfold.Hosting;
using Unfold.Results;
using Unfold.Specs;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>An experiment as a sweep: its cells times its seeds.</summary>
internal sealed class SweepExpansion
{
    private readonly SweepRequest _request;
    private readonly SweepPlan _plan;
    private readonly IReadOnlyList<string> _specs;

    private SweepExpansion(SweepRequest request, SweepPlan plan, IReadOnlyList<string> specs) => (_request, _plan, _specs) = (request, plan, specs);

    /// <summary>The sweep's folder as it would be, of which nothing is written.</summary>
    public SweepFolder Planned => SweepFolder.Of(_request.Root, _request.OutFolder, _plan);

    /// <summary>Expands an experiment.</summary>
    /// <exception cref="UnfoldException">A spec has mistakes, a teacher of another experiment is not trained.</exception>
    public static SweepExpansion Of(PluginHost host, SweepRequest request)
    {
        var read = ExperimentLookup.ReadWithTeachers(host, request.Experiment, request.Variants, request.Overrides);
        var asked = CellSelection.Of(read.Experiment, request.Variants);
        ExperimentRunner.Check(asked);
        var runs = new RunPlanner(read.Experiment, new RunOptions { OutFolder = request.OutFolder, ReadSpec = host.ReadRun }).Plan(asked);
        var lines = runs.Select(r => r.Cell.Name).Distinct(StringComparer.Ordinal).Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        var plan = new SweepPlan
        {
            Experiment = read.Experiment.Name,
            Called = request.Experiment,
            Overrides = request.Overrides,
            Out = "",
            Created = Clock.Now(),
            Threads = request.Threads,
            Device = request.Device,
            Halvings = read.Document.Variants.Where(v => v.Halving is not null).ToDictionary(v => v.Name, v => v.Halving!, StringComparer.Ordinal),
            Repeats = request.Repeats is { } repeated ? SweepFolder.Open(request.Root, repeated).Path : null,
            Cells = [.. runs.Select((run, index) => Cell(run, index, lines[run.Cell.Name]))],
        };
        var specs = read.Document.Variants.SelectMany(v => v.Cells).Where(c => lines.ContainsKey(c.Name)).OrderBy(c => lines[c.Name]);
        return new SweepExpansion(request, plan, [.. specs.Select(c => SpecWriter.Write(c.Merged.Where(m => m.Name is not ("seed" or "seeds"))))]);
    }

    /// <summary>Makes the sweep's folder; the one that is there stays.</summary>
    /// <exception cref="ResultsException">The folder cannot be written.</exception>
    /// <exception cref="SweepException">The folder that is there cannot be read, or has its results elsewhere.</exception>
    public SweepFolder Create() => SweepFolder.Create(_request.Root, _request.OutFolder, _plan, _specs);

    private static SweepCell Cell(PlannedRun run, int index, int spec) => new()
    {
        Index = index,
        Variant = run.Cell.Variant,
        Name = run.Cell.Name,
        Overrides = new SortedDictionary<string, string>(run.Cell.Axes.ToDictionary(a => a.Key, a => a.Value), StringComparer.Ordinal),
        Seed = run.Seed,
        SpecSha256 = run.SpecSha256,
        Folder = run.Folder,
        Spec = spec,
        After = run.After,
    };
}
