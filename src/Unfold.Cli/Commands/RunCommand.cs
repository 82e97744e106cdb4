using System.CommandLine;
using Unfold.Cli.Rendering;
using Unfold.Engine.Runs;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold run</c>: trains the variants of an experiment, one after another.</summary>
internal static class RunCommand
{
    public static Command Create(CliContext context)
    {
        var name = new Argument<string>("experiment") { Description = "Its name ('unfold list'), or a JSON file." };
        var variant = new Option<string[]>("--variant") { Description = "Only this variant; may be repeated." };
        var outFolder = new Option<string>("--out") { Description = "The output folder.", DefaultValueFactory = _ => "runs" };
        var device = new Option<string?>("--device") { Description = "auto, cpu, cuda or cuda:i." };
        var force = new Option<bool>("--force") { Description = "Repeat runs that are finished." };
        var json = CommonOptions.Json();
        var command = new Command("run", "Train an experiment and report its figures.") { name, variant, outFolder, device, force, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () =>
        {
            var options = new RunOptions { OutFolder = parsed.GetValue(outFolder)!, Device = parsed.GetValue(device), Force = parsed.GetValue(force) };
            return Run(context, parsed.GetValue(name)!, parsed.GetValue(variant) ?? [], options, parsed.GetValue(json));
        }));
        return command;
    }

    private static int Run(CliContext context, string name, string[] only, RunOptions options, bool asJson)
    {
        var host = context.OpenHost();
        var experiment = ExperimentLookup.Open(host, name);
        var variants = Select(experiment, only);
        using var cancellation = new CancellationTokenSource();
        void Cancel(object? sender, ConsoleCancelEventArgs e)
        {
            e.Cancel = !cancellation.IsCancellationRequested;
            cancellation.Cancel();
        }

        Console.CancelKeyPress += Cancel;
        try
        {
            var results = new List<RunResult>();
            var worst = ExitCode.Done;
            foreach (var variant in variants)
                worst = Math.Max(worst, RunVariant(context, host, experiment, variant, options, results, cancellation.Token));
            if (asJson)
                context.Out.Write(ResultsJson.Indented(new { Schema = 1, Results = results }));
            else
                ResultTable.Write(context.Out, results);
            context.Screen.Profile.Out.Writer.WriteLine($"runs: {Path.GetFullPath(Path.Combine(options.OutFolder, experiment.Name))}");
            return worst;
        }
        finally
        {
            Console.CancelKeyPress -= Cancel;
        }
    }

    private static int RunVariant(
        CliContext context, PluginHost host, Experiment experiment, ExperimentVariant variant, RunOptions options, List<RunResult> results, CancellationToken cancellation)
    {
        var observer = new ProgressLines(context.Screen, variant.Name);
        try
        {
            var spec = variant.Create();
            var plugins = host.UsedBy(spec).Select(p => new PluginRecord(p.Name, p.Version, p.Path, p.Sha256)).ToList();
            var outcome = new TrainingRun(experiment.Name, variant.Name, spec).Execute(options with { Plugins = plugins }, observer, cancellation);
            if (outcome.WasThere)
                observer.Say("finished before, not repeated (--force repeats it)");
            results.Add(outcome.Result);
            return ExitCode.Done;
        }
        catch (Exception error) when (error is not OperationCanceledException && ErrorReport.Describe(error) is { } lines)
        {
            // One variant's failure is not the others'.
            foreach (var line in lines)
                observer.Say(line);
            return ErrorReport.CodeOf(error);
        }
    }

    private static List<ExperimentVariant> Select(Experiment experiment, string[] only)
    {
        var unknown = only.FirstOrDefault(o => experiment.Variants.All(v => v.Name != o));
        if (unknown is not null)
            throw new UnfoldException("UFX017", $"'{experiment.Name}' has no variant '{unknown}'", $"its variants are {string.Join(", ", experiment.Variants.Select(v => v.Name))}");
        return [.. experiment.Variants.Where(v => only.Length == 0 || only.Contains(v.Name))];
    }
}
