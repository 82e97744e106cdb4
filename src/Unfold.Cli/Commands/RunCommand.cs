using System.CommandLine;
using Unfold.Cli.Rendering;
using Unfold.Engine.Runs;
using Unfold.Engine.Teachers;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold run</c>: trains the variants of an experiment, one after another, and reports them.</summary>
internal static class RunCommand
{
    public static Command Create(CliContext context)
    {
        var name = CommonOptions.Experiment();
        var overrides = CommonOptions.Overrides();
        var run = new TrainingFlags();
        var outFolder = CommonOptions.OutFolder();
        var force = new Option<bool>("--force") { Description = "Repeat runs that are finished." };
        var json = CommonOptions.Json();
        var command = new Command("run", "Train an experiment and report its figures.") { name, overrides, run.Variants, outFolder, run.Device, run.Threads, run.Locked, force, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () =>
            Run(context, parsed.GetValue(run.Locked), parsed.GetValue(name)!, parsed.GetValue(overrides) ?? [], parsed.GetValue(run.Variants) ?? [], run.Options(parsed, parsed.GetValue(outFolder)!) with { Force = parsed.GetValue(force) }, parsed.GetValue(json))));
        return command;
    }

    private static int Run(CliContext context, bool isLocked, string name, string[] overrides, string[] only, RunOptions options, bool asJson)
    {
        var cancellation = context.StartTraining();
        var host = context.OpenHost(isLocked);
        var experiment = ExperimentLookup.OpenWithTeachers(host, name, only, overrides);
        var plan = TeacherOrder.Of(experiment.Cells, CellSelection.Of(experiment, only));
        ExperimentRunner.Check(plan.Select(p => p.Cell));
        var runner = new ExperimentRunner(context, host, experiment);
        var own = options with { Command = RunCommands.Of(name, overrides, only, options) };
        foreach (var (cell, isAsked) in plan)
            runner.Run(cell, own with { Force = options.Force && isAsked }, cancellation);
        Conclude(context, new ReportWriter(context, host, name, options.OutFolder), experiment, overrides, runner.Runs, asJson);
        return runner.ExitCode;
    }

    // The figures of hours must not hang on the report.
    private static void Conclude(CliContext context, ReportWriter writer, Experiment experiment, string[] overrides, IReadOnlyList<StoredRun> runs, bool asJson)
    {
        var results = runs.Select(r => r.Result).ToList();
        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Results = results, Report = results.Count == 0 ? null : writer.PageOf(experiment.Name) }));
        else
            ResultTable.Write(context.Out, results);
        context.Out.Flush();
        if (results.Count > 0)
            context.Screen.Profile.Out.Writer.WriteLine($"report: {writer.AfterRun(experiment, overrides, runs)}");
    }
}
