using System.CommandLine;
using Unfold.Cli.Rendering;
using Unfold.Engine.Landscapes;
using Unfold.Engine.Runs;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold landscape</c>: takes the loss around the parameters of finished runs. One run's failure is not the others'.</summary>
internal static class LandscapeCommand
{
    public static Command Create(CliContext context)
    {
        var names = new Argument<string[]>("run") { Description = "A run's folder, an experiment, or experiment/variant, with runs in --out.", Arity = ArgumentArity.OneOrMore };
        var flags = new LandscapeFlags();
        var run = new TrainingFlags();
        var outFolder = CommonOptions.OutFolder();
        var force = new Option<bool>("--force") { Description = "Take landscapes that are there again." };
        var json = CommonOptions.Json();
        var command = new Command("landscape", "Take the loss landscape around the parameters of finished runs.")
        {
            names, flags.Dimensions, flags.Points, flags.Radius, flags.Seed, flags.Eigenvalues, flags.Batch, flags.TestSignals, outFolder, run.Device, run.Threads, force, json,
        };
        command.SetAction(parsed => ErrorReport.Guard(context, () =>
        {
            var options = flags.Options(parsed) with { Force = parsed.GetValue(force) };
            options.Check();
            return Take(context, RunLookup.Find(parsed.GetValue(outFolder)!, parsed.GetValue(names)!), options, run.Options(parsed, parsed.GetValue(outFolder)!), parsed.GetValue(json));
        }));
        return command;
    }

    private static int Take(CliContext context, IReadOnlyList<StoredRun> runs, LandscapeOptions options, RunOptions run, bool asJson)
    {
        var host = context.OpenHost();
        var screen = context.Screen.Profile.Out.Writer;
        var cancellation = context.StartTraining();
        List<(StoredRun Run, LossLandscape Landscape)> taken = [];
        var exitCode = ExitCode.Done;
        foreach (var stored in runs)
        {
            var label = $"{stored.Result.Experiment}/{stored.Result.Name} seed {stored.Result.Seed}";
            try
            {
                var outcome = LandscapeDisplay.Show(context.Screen, label, progress => Take(host, stored.Folder, options, run, progress, cancellation));
                if (outcome.WasThere)
                    screen.WriteLine($"[{label}] taken before, not repeated (--force repeats it)");
                taken.Add((stored, outcome.Landscape));
            }
            // A baseline among an experiment's variants is no mistake of the user's.
            catch (UnfoldException nothing) when (nothing.Code == "UFX041" && runs.Count > 1)
            {
                screen.WriteLine($"[{label}] left out: {nothing.Message}");
            }
            catch (Exception error) when (error is not OperationCanceledException && runs.Count > 1)
            {
                screen.WriteLine($"[{label}] {string.Join(Environment.NewLine, ErrorReport.Describe(error))}");
                ErrorReport.ShowTrace(context, error);
                exitCode = Math.Max(exitCode, ErrorReport.CodeOf(error));
            }
        }

        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Landscapes = taken.Select(t => new { t.Run.Result.Experiment, t.Run.Result.Name, t.Run.Result.Seed, File = Path.Combine(t.Run.Folder, RunFiles.Landscape), t.Landscape }) }));
        else
            LandscapeTable.Write(context.Out, taken);
        return exitCode;
    }

    private static LandscapeOutcome Take(PluginHost host, string folder, LandscapeOptions options, RunOptions run, Action<LandscapeProgress> progress, CancellationToken cancellation)
    {
        using var finished = FinishedRun.Open(folder, host.ReadRun(Path.Combine(folder, RunFiles.Spec)), run.Device, run.Threads, host.ReadRun);
        return new LandscapeStudy(finished, options).Take(progress, cancellation);
    }
}
