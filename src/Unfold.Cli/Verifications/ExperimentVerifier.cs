using Unfold.Cli.Rendering;
using Unfold.Engine.Runs;
using Unfold.Hosting;
using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Cli.Verifications;

/// <summary>Accepts or compares the runs of one experiment.</summary>
internal sealed class ExperimentVerifier(CliContext context, PluginHost host, Experiment experiment, VerifyFlags flags)
{
    private readonly IReadOnlyList<ExperimentCell> _cells = flags.Cells(experiment);

    /// <summary>Accepts runs as what is expected from now on.</summary>
    public int Accept(RunOptions options, bool isStored, bool keeps)
    {
        // Before minutes of training, not after.
        var target = ExpectedFile.Target(experiment, context.Search.HostFolder);
        Require(_cells.Select(c => (c.Name, c.Seeds)));
        return WithRuns(options, isStored, runs =>
        {
            if (runs.FirstOrDefault(r => r.Result.Status != RunStatus.Completed)?.Result is { } failed)
                throw new ResultsException("UFR007", $"'{failed.Name}' did not complete ({failed.Status}): nothing is accepted", "mend it, or accept the others with --variant");
            Require(runs.GroupBy(r => r.Result.Name, StringComparer.Ordinal).Select(g => (g.Key, (IReadOnlyList<int>)[.. g.Select(r => r.Result.Seed)])));
            var before = File.Exists(target) ? ExpectedResults.Read(target) : null;
            var results = runs.Select(r => r.Result).ToList();
            ExpectedResults.Accept(before, experiment.Name, [.. experiment.Cells.Select(c => c.Name)], results).Write(target);
            if (keeps)
                KeptRuns.Keep(ExpectedFile.KeptFolder(experiment, context.Search.HostFolder)!, runs);
            var names = results.Select(r => r.Name).Distinct();
            if (flags.Json)
                context.Out.Write(ResultsJson.Indented(new { Schema = 1, Accepted = target, Variants = names }));
            else
                context.Out.WriteLine($"accepted: {string.Join(", ", names)} in {target}");
            return ExitCode.Done;
        });
    }

    /// <summary>Compares runs with what is expected.</summary>
    public int Compare(RunOptions options, bool isStored)
    {
        var accepted = Accepted();
        return WithRuns(options, isStored, runs =>
        {
            var report = Report(accepted, runs, isStored);
            if (flags.Json)
                context.Out.Write(ResultsJson.Indented(new { Schema = 1, report.Passes, report.Experiment, report.Runs, report.Metrics, report.Claims }));
            else
                VerificationTable.Write(context.Out, report);
            return report.Passes ? ExitCode.Done : ExitCode.Differs;
        });
    }

    /// <summary>Compares stored runs; prints nothing.</summary>
    public VerificationReport CompareStored() => Report(Accepted(), Runs.Stored(flags.OutFolder), isStored: true);

    // What is accepted of a cell replaces what was accepted of it before, all seeds of it.
    private void Require(IEnumerable<(string Cell, IReadOnlyList<int> Seeds)> accepted)
    {
        foreach (var (name, seeds) in accepted)
        {
            var missing = experiment.Cells.First(c => c.Name == name).Seeds.Except(seeds).ToList();
            if (missing.Count > 0)
                throw new ResultsException("UFR009", $"of '{name}' the {(missing.Count == 1 ? "seed" : "seeds")} {string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} missing: what was accepted of them would be lost", "accept all seeds that the spec declares: without --seeds, and with --stored only when all are trained");
        }
    }

    private VerifiedRuns Runs => new(context, host, experiment, _cells);

    private int WithRuns(RunOptions options, bool isStored, Func<IReadOnlyList<StoredRun>, int> conclude)
    {
        if (isStored)
            return conclude(Runs.Stored(flags.OutFolder));
        using var fresh = flags.OutFolder is null ? new FreshFolder(context) : null;
        var exitCode = conclude(Runs.Trained(options with { OutFolder = fresh?.Path ?? flags.OutFolder! }));
        if (exitCode == ExitCode.Done)
            fresh?.GiveUp();
        return exitCode;
    }

    // Where nothing was accepted, the figures and claims of the spec itself can still be checked.
    private ExpectedResults? Accepted()
    {
        var accepted = ExpectedFile.Read(experiment, context.Search.HostFolder);
        var hasFigures = ExpectReader.Parse(experiment.Expect).Metrics.Any(m => _cells.Any(c => m.Name == c.Name || m.Name == c.Variant));
        if (accepted is null)
            return hasFigures ? null : throw NothingToCompare();
        return flags.Seeds is null ? accepted : accepted with { Runs = [.. accepted.Runs.Where(r => experiment.Cells.All(c => c.Name != r.Variant) || _cells.Any(c => c.Name == r.Variant && c.Seeds.Contains(r.Seed)))] };
    }

    private VerificationReport Report(ExpectedResults? accepted, IReadOnlyList<StoredRun> runs, bool isStored)
    {
        // What is verified whole must be there whole, on both sides.
        string[] asked = flags.Only.Count > 0 ? [.. _cells.Select(c => c.Name)] : [.. experiment.Cells.Select(c => c.Name), .. accepted?.Runs.Select(r => r.Variant) ?? []];
        var declared = new DeclaredRuns(experiment);
        // What was trained just now is today's.
        var report = Verification.Of(experiment.Name, accepted, Expectations(), [.. runs.Select(r => r.Result)], asked, declared.Cells, isStored ? declared.Stale : null, areLandscapesDue: isStored && AreKept(runs));

        // Figures of another class of device say nothing here.
        return accepted is null && report.Metrics.Count == 0 ? throw NothingToCompare() : report;
    }

    // Landscapes are kept with their runs.
    private bool AreKept(IReadOnlyList<StoredRun> runs) =>
        ExpectedFile.KeptFolder(experiment, context.Search.HostFolder) is { } kept && runs.All(r => Path.GetFullPath(r.Folder).StartsWith(Path.GetFullPath(kept), StringComparison.Ordinal));

    // Figures and claims are about all seeds of a cell: what fewer cannot decide is not asked.
    private Expectations Expectations()
    {
        var expect = ExpectReader.Parse(experiment.Expect);
        if (flags.Seeds is not { } most || experiment.Cells.All(c => c.Seeds.Count <= most))
            return expect;
        var (decidable, others) = (expect.Claims.Where(c => c.Seeds <= most).ToArray(), expect.Claims.Count(c => c.Seeds > most) + expect.Metrics.Count);
        if (others > 0)
            context.Screen.Profile.Out.Writer.WriteLine($"not checked with {most} of the seeds: {others} claims and figures that are about more");
        return expect with { Claims = new(decidable), Metrics = default };
    }

    private ResultsException NothingToCompare() => new(
        "UFR004", $"no results were accepted for '{experiment.Name}' yet, and its spec expects no figure of what was run", $"look at them and accept them: unfold verify {(Path.IsPathRooted(experiment.Source) ? experiment.Source : experiment.Name)} --accept");
}
