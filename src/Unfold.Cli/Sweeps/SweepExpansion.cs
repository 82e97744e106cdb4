using Unfold.Engine.Planning;
using Unfold.Engine.Runs;
using Unfold.Hosting;
using Unfold.Results;
using Unfold.Specs;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>Expands an experiment into a sweep's folder.</summary>
internal static class SweepExpansion
{
    /// <summary>Expands it; the folder that is there stays.</summary>
    /// <exception cref="UnfoldException">A spec has mistakes, a teacher of another experiment is not trained.</exception>
    /// <exception cref="ResultsException">The folder cannot be written.</exception>
    /// <exception cref="SweepException">The folder that is there cannot be read, or has its results elsewhere.</exception>
    public static SweepFolder Expand(PluginHost host, SweepRequest request)
    {
        var (plan, specs) = Read(host, request);
        return SweepFolder.Create(request.Root, request.OutFolder, plan, specs);
    }

    /// <summary>The same, of which nothing is written.</summary>
    /// <exception cref="UnfoldException">A spec has mistakes, a teacher of another experiment is not trained.</exception>
    public static SweepFolder Plan(PluginHost host, SweepRequest request) => SweepFolder.Of(request.Root, request.OutFolder, Read(host, request).Plan);

    private static (SweepPlan Plan, IReadOnlyList<string> Specs) Read(PluginHost host, SweepRequest request)
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
        return (plan, [.. specs.Select(c => SpecWriter.Write(c.Merged.Where(m => m.Name is not ("seed" or "seeds"))))]);
    }

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
