using Unfold.Engine.Runs;
using Unfold.Hosting;
using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Cli.Verifications;

/// <summary>Accepts the runs of one experiment as what is expected from now on.</summary>
internal sealed class ExperimentAcceptance(CliContext context, PluginHost host, Experiment experiment, VerifyFlags flags)
{
    private readonly IReadOnlyList<ExperimentCell> _cells = flags.Cells(experiment);

    /// <summary>Accepts.</summary>
    /// <param name="options">How to train.</param>
    /// <param name="keeps">Whether records of the runs are kept too.</param>
    /// <param name="isForced">Whether figures are taken that are within their tolerance of the accepted ones.</param>
    public int Accept(RunOptions options, bool keeps, bool isForced)
    {
        // Before minutes of training, not after.
        var target = ExpectedFile.Target(experiment, context.Search.HostFolder);
        Require(_cells.Select(c => (c.Name, c.Seeds)));
        return new VerifiedRuns(context, host, experiment, _cells).With(options, flags, (all, _) =>
        {
            List<StoredRun> runs = [.. all.Where(r => _cells.Any(c => c.Name == r.Result.Name && c.Seeds.Contains(r.Result.Seed)))];
            if (runs.FirstOrDefault(r => r.Result.Status != RunStatus.Completed)?.Result is { } failed)
                throw new ResultsException("UFR007", $"'{failed.Name}' did not complete ({failed.Status}): nothing is accepted", "mend it, or accept the others with --variant");
            Require(runs.GroupBy(r => r.Result.Name, StringComparer.Ordinal).Select(g => (g.Key, (IReadOnlyList<int>)[.. g.Select(r => r.Result.Seed)])));
            var before = File.Exists(target) ? ExpectedResults.Read(target) : null;
            var after = ExpectedResults.Accept(before, experiment.Name, [.. experiment.Cells.Select(c => c.Name)], [.. runs.Select(r => r.Result)], isForced ? null : ExpectReader.Parse(experiment.Expect));
            // A file that says the same would only be another one to look at.
            if (!after.IsSameAs(before))
                after.Write(target);
            if (keeps)
                KeptRuns.Keep(ExpectedFile.KeptFolder(experiment, context.Search.HostFolder)!, runs);
            Tell(target, [.. runs.Select(r => r.Result.Name).Distinct(StringComparer.Ordinal)], after.ChangedSince(before));
            return ExitCode.Done;
        });
    }

    private void Tell(string target, IReadOnlyList<string> names, IReadOnlyList<string> changed)
    {
        if (flags.Json)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Accepted = target, Variants = names, Changed = changed }));
        else if (changed.Count == 0)
            context.Out.WriteLine($"nothing to accept: every figure of {string.Join(", ", names)} is within its tolerance of the accepted one; {target} is as it was (--force takes the new figures)");
        else
            context.Out.WriteLine($"accepted: {string.Join(", ", changed)} in {target}{(names.All(changed.Contains) ? "" : $"; within tolerance, and as it was: {string.Join(", ", names.Except(changed, StringComparer.Ordinal))}")}");
    }

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
}
