using System.CommandLine;
using System.Globalization;
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
        var command = new Command("run", "Train an experiment and report its figures.") { name, overrides, run.Variants, outFolder, run.Device, run.Threads, force, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () =>
            Run(context, parsed.GetValue(name)!, parsed.GetValue(overrides) ?? [], parsed.GetValue(run.Variants) ?? [], run.Options(parsed, parsed.GetValue(outFolder)!) with { Force = parsed.GetValue(force) }, parsed.GetValue(json))));
        return command;
    }

    private static int Run(CliContext context, string name, string[] overrides, string[] only, RunOptions options, bool asJson)
    {
        var host = context.OpenHost();
        var experiment = ExperimentLookup.OpenWithTeachers(host, name, only, overrides);
        var plan = TeacherOrder.Of(experiment.Cells, CellSelection.Of(experiment, only));
        ExperimentRunner.Check(plan.Select(p => p.Cell));
        using var cancellation = new ConsoleCancellation();
        var runner = new ExperimentRunner(context, host, experiment);
        foreach (var (cell, isAsked) in plan)
            runner.Run(cell, options with { Force = options.Force && isAsked }, cancellation.Token);
        var results = runner.Runs.Select(r => r.Result).ToList();
        // The figures of hours must not hang on the report.
        if (!asJson)
            ResultTable.Write(context.Out, results);
        var report = results.Count == 0 ? null : ReportWriter.AfterRun(experiment, runner.Runs, options.OutFolder, Command(name, overrides, only, options));
        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Results = results, Report = report }));
        if (report is not null)
            context.Screen.Profile.Out.Writer.WriteLine($"report: {report}");
        return runner.ExitCode;
    }

    // Threads and device are said where they were: they may change the last digits.
    private static string Command(string name, string[] overrides, string[] only, RunOptions options) => ReportWriter.Command(
        name,
        [
            .. overrides,
            .. only.SelectMany(v => new[] { "--variant", v }),
            .. options.Device is { } device ? ["--device", device] : Array.Empty<string>(),
            .. options.Threads is { } threads ? ["--threads", threads.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        ],
        options.OutFolder);
}
