using System.CommandLine;
using Unfold.Cli.Rendering;
using Unfold.Engine.Runs;
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
        var stored = new Option<bool>("--stored") { Description = "Compare the runs that are in --out; train nothing." };
        var json = CommonOptions.Json();
        var command = new Command("verify", "Train again and compare with the expected results; exit code 3 where they differ.")
        {
            name, run.Variants, run.OutFolder, run.Device, run.Threads, accept, stored, json,
        };
        command.SetAction(parsed => ErrorReport.Guard(context, () =>
        {
            var host = context.OpenHost();
            var experiment = ExperimentLookup.Open(host, parsed.GetValue(name)!);
            var variants = ExperimentRunner.Select(experiment, parsed.GetValue(run.Variants) ?? []);
            var isAccepting = parsed.GetValue(accept);
            // Before minutes of training, not after.
            var expected = isAccepting ? null : Expected(context, experiment);
            var runs = parsed.GetValue(stored)
                ? Stored(parsed.GetValue(run.OutFolder)!, experiment, variants)
                : Trained(context, host, experiment, variants, run.Options(parsed));
            return expected is null ? Accept(context, experiment, runs) : Compare(context, Verification.Of(expected, ExpectReader.Parse(experiment.Expect), runs), parsed.GetValue(json));
        }));
        return command;
    }

    private static List<RunResult> Stored(string outFolder, Experiment experiment, IReadOnlyList<ExperimentVariant> variants) =>
        [.. RunCollection.Latest(outFolder, experiment.Name).Select(r => r.Result).Where(r => variants.Any(v => v.Name == r.Variant))];

    // A finished run of the same spec proves nothing about today's code: every variant is trained.
    private static List<RunResult> Trained(CliContext context, PluginHost host, Experiment experiment, IReadOnlyList<ExperimentVariant> variants, RunOptions options)
    {
        using var cancellation = new ConsoleCancellation();
        var runner = new ExperimentRunner(context, host, experiment);
        foreach (var variant in variants)
            runner.Run(variant, options with { Force = true }, cancellation.Token);
        // A variant that could not even start has said why; it must not pass unseen.
        return runner.Runs.Count == variants.Count
            ? [.. runner.Runs.Select(r => r.Result)]
            : throw new ResultsException("UFR007", $"{variants.Count - runner.Runs.Count} of {variants.Count} variants could not be trained", "mend what is said above");
    }

    private static int Accept(CliContext context, Experiment experiment, List<RunResult> runs)
    {
        if (runs.FirstOrDefault(r => r.Status != RunStatus.Completed) is { } failed)
            throw new ResultsException("UFR007", $"variant '{failed.Variant}' did not complete ({failed.Status}): nothing is accepted", "mend it, or accept the others with --variant");
        var target = ExpectedFile.Target(experiment, context.Search.HostFolder);
        var before = File.Exists(target) ? ExpectedResults.Read(target) : null;
        ExpectedResults.Accept(before, experiment.Name, [.. experiment.Variants.Select(v => v.Name)], runs).Write(target);
        context.Out.WriteLine($"accepted: {target}");
        return ExitCode.Done;
    }

    private static ExpectedResults Expected(CliContext context, Experiment experiment) =>
        ExpectedFile.Read(experiment, context.Search.HostFolder)
        ?? throw new ResultsException("UFR004", $"no results were accepted for '{experiment.Name}' yet", $"look at them and accept them: unfold verify {experiment.Name} --accept");

    private static int Compare(CliContext context, VerificationReport report, bool asJson)
    {
        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, report.Passes, report.Experiment, report.Runs, report.Claims }));
        else
            VerificationTable.Write(context.Out, report);
        return report.Passes ? ExitCode.Done : ExitCode.Differs;
    }
}
