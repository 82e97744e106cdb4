using Unfold.Cli.Rendering;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>What came of submitting, in lines.</summary>
internal static class SubmitLines
{
    public static void Write(CliContext context, SweepFolder sweep, SweepScheduler scheduler, SubmitOutcome outcome)
    {
        var writer = context.Screen.Profile.Out.Writer;
        writer.WriteLine($"{outcome.Elements} of {scheduler.Elements.Count} elements submitted in {outcome.Jobs.Count} {(outcome.Jobs.Count == 1 ? "array" : "arrays")}{(outcome.Queued > 0 ? $", {outcome.Queued} were in the queue before" : "")}");
        if (outcome.Left > 0)
            writer.WriteLine($"{outcome.Left} elements are left: the site takes no more at once; 'unfold sweep watch {sweep.Id}' submits them as others end, and so does this command again");
        writer.WriteLine($"{SweepCounts.Of(CellStandings.Of(sweep))}; sweep: {SweepLines.Shown(sweep.Path)}; 'unfold sweep status {sweep.Id}' shows how it gets on");
    }
}
