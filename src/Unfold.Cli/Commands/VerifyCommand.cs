using System.CommandLine;
using Unfold.Cli.Rendering;
using Unfold.Engine.Runs;
using Unfold.Engine.Teachers;
using Unfold.Hosting;
using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold verify</c>: trains again and compares with the results that were accepted.</summary>
internal static class VerifyCommand
{
    public static Command Create(CliContext context)
    {
        var name = CommonOptions.Experiment();
        var run = new TrainingFlags();
        var accept = new Option<bool>("--accept") { Description = "Write the results as the expected ones, beside the spec." };
        var stored = new Option<bool>("--stored") { Description = "Take the runs that are in --out; train nothing." };
        var json = CommonOptions.Json();
        var outFolder = new Option<string?>("--out") { Description = "Where runs are kept: 'runs' for --stored, else a temporary folder." };
        var command = new Command("verify", "Train again and compare with the expected results; exit code 3 where they differ.")
        {
            name, run.Variants, outFolder, run.Device, run.Threads, accept, stored, json,
        };
        command.SetAction(parsed => ErrorReport.Guard(context, () =>
        {
            var host = context.OpenHost();
            var experiment = ExperimentLookup.Open(host, parsed.GetValue(name)!);
            var only = parsed.GetValue(run.Variants) ?? [];
            var cells = CellSelection.Of(experiment, only);
            var isAccepting = parsed.GetValue(accept);
            // Before minutes of training, not after.
            var target = isAccepting ? ExpectedFile.Target(experiment, context.Search.HostFolder) : null;
            var accepted = isAccepting ? null : Accepted(context, experiment, cells);
            if (parsed.GetValue(stored))
                return Conclude(Stored(parsed.GetValue(outFolder) ?? CommonOptions.DefaultOutFolder, experiment, cells));

            using var fresh = parsed.GetValue(outFolder) is null ? new FreshFolder(context) : null;
            var options = run.Options(parsed, fresh?.Path ?? parsed.GetValue(outFolder)!);
            var exitCode = Conclude(Trained(context, host, experiment, cells, options));
            if (exitCode == ExitCode.Done)
                fresh?.GiveUp();
            return exitCode;

            int Conclude(IReadOnlyList<RunResult> runs) => isAccepting
                ? Accept(context, experiment, runs, target!, parsed.GetValue(json))
                : Compare(context, experiment, accepted, runs, only, parsed.GetValue(json));
        }));
        return command;
    }

    private static List<RunResult> Stored(string outFolder, Experiment experiment, IReadOnlyList<ExperimentCell> cells)
    {
        var runs = RunCollection.Latest(outFolder, experiment.Name).Select(r => r.Result).Where(r => cells.Any(c => c.Name == r.Name)).ToList();
        return runs.Count > 0
            ? runs
            : throw new ResultsException("UFR005", $"there is no finished run of {string.Join(", ", cells.Select(c => c.Name))} in {Path.GetFullPath(Path.Combine(outFolder, experiment.Name))}", "train it: unfold run, with the same --out");
    }

    // A finished run of the same spec proves nothing about today's code: every variant is trained.
    private static List<RunResult> Trained(CliContext context, PluginHost host, Experiment experiment, IReadOnlyList<ExperimentCell> cells, RunOptions options)
    {
        var plan = TeacherOrder.Of(experiment.Cells, cells);
        ExperimentRunner.Check(plan.Select(p => p.Cell));
        using var cancellation = new ConsoleCancellation();
        var runner = new ExperimentRunner(context, host, experiment);
        foreach (var (cell, _) in plan)
            runner.Run(cell, options with { Force = true }, cancellation.Token);
        // A run that could not even start has said why; it must not pass unseen.
        var asked = plan.Sum(p => p.Cell.Seeds.Count);
        return runner.Runs.Count == asked
            ? [.. runner.Runs.Select(r => r.Result).Where(r => cells.Any(c => c.Name == r.Name && c.Seeds.Contains(r.Seed)))]
            : throw new ResultsException("UFR007", $"{asked - runner.Runs.Count} of {asked} runs could not be trained", "mend what is said above");
    }

    private static int Accept(CliContext context, Experiment experiment, IReadOnlyList<RunResult> runs, string target, bool asJson)
    {
        if (runs.FirstOrDefault(r => r.Status != RunStatus.Completed) is { } failed)
            throw new ResultsException("UFR007", $"'{failed.Name}' did not complete ({failed.Status}): nothing is accepted", "mend it, or accept the others with --variant");
        var before = File.Exists(target) ? ExpectedResults.Read(target) : null;
        ExpectedResults.Accept(before, experiment.Name, [.. experiment.Cells.Select(c => c.Name)], runs).Write(target);
        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Accepted = target, Variants = runs.Select(r => r.Name).Distinct() }));
        else
            context.Out.WriteLine($"accepted: {string.Join(", ", runs.Select(r => r.Name).Distinct())} in {target}");
        return ExitCode.Done;
    }

    // Where nothing was accepted, the figures that the spec itself expects can still be checked.
    private static ExpectedResults? Accepted(CliContext context, Experiment experiment, IReadOnlyList<ExperimentCell> cells)
    {
        var accepted = ExpectedFile.Read(experiment, context.Search.HostFolder);
        var hasFigures = ExpectReader.Parse(experiment.Expect).Metrics.Any(m => cells.Any(c => m.Name == c.Name || m.Name == c.Variant));
        return accepted is not null || hasFigures ? accepted : throw NothingToCompare(experiment);
    }

    private static ResultsException NothingToCompare(Experiment experiment) => new(
        "UFR004", $"no results were accepted for '{experiment.Name}' yet, and its spec expects no figure of what was run", $"look at them and accept them: unfold verify {(Path.IsPathRooted(experiment.Source) ? experiment.Source : experiment.Name)} --accept");

    private static int Compare(CliContext context, Experiment experiment, ExpectedResults? accepted, IReadOnlyList<RunResult> runs, string[] only, bool asJson)
    {
        // What is verified whole must be there whole, on both sides.
        string[] asked = only.Length > 0 ? [.. CellSelection.Of(experiment, only).Select(c => c.Name)] : [.. experiment.Cells.Select(c => c.Name), .. accepted?.Runs.Select(r => r.Variant) ?? []];
        var report = Verification.Of(experiment.Name, accepted, ExpectReader.Parse(experiment.Expect), runs, asked);
        // Figures of another class of device say nothing here.
        if (accepted is null && report.Metrics.Count == 0)
            throw NothingToCompare(experiment);
        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, report.Passes, report.Experiment, report.Runs, report.Metrics, report.Claims }));
        else
            VerificationTable.Write(context.Out, report);
        return report.Passes ? ExitCode.Done : ExitCode.Differs;
    }
}
