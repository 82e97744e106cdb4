using Unfold.Cli.Rendering;
using Unfold.Hosting;
using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>Gives what is open of a sweep to Slurm: what has neither ended nor runs nor waits, with the counts of earlier tries forgotten, and with this program in place of the one that was frozen.</summary>
/// <param name="context">Where to say what came of it.</param>
/// <param name="host">The plugins.</param>
/// <param name="slurm">The cluster.</param>
internal sealed class SweepSubmission(CliContext context, PluginHost host, ISlurm slurm)
{
    /// <param name="sweep">The sweep.</param>
    /// <param name="profile">The site's profile, and its text.</param>
    /// <param name="asJson">Whether what was submitted is printed as JSON.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="ResultsException">UFR001, UFR002: the sweep's folder cannot be written; UFR013: another process submits or watches the sweep.</exception>
    /// <exception cref="SweepException">As <see cref="SweepScheduler.Submit"/>.</exception>
    public int Submit(SweepFolder sweep, (SiteProfile Site, string Text) profile, bool asJson = false)
    {
        using var held = RunLock.Take(sweep.Path);
        var scheduler = new SweepScheduler(sweep, profile.Site, slurm);
        // A request to cancel that comes later is obeyed.
        var wasCancelled = SweepCancellation.IsSet(sweep);
        SweepCancellation.Lift(sweep);
        var kept = new KeptFiles(SweepScripts.PathIn(sweep), SiteProfileFile.PathIn(sweep));
        var before = SweepJobs.Read(sweep).Jobs.Count;
        SubmitOutcome outcome;
        try
        {
            outcome = Submit(sweep, scheduler, profile, wasCancelled);
        }
        catch (Exception refused) when (SweepJobs.Read(sweep).Jobs.Count == before)
        {
            // What the site refused does not take the place of what it took.
            TakeBack(sweep, kept, wasCancelled && (refused as SweepException)?.Code != "UFS016");
            throw;
        }

        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Sweep = sweep.Path, outcome.Jobs, outcome.Elements, outcome.Queued, outcome.Left, outcome.Released }));
        else
            context.Out.WriteLine(outcome.Jobs.Count == 0 ? "nothing to submit" : string.Join(' ', outcome.Jobs.Select(j => j.Id)));
        context.Out.Flush();
        Say(sweep, scheduler.Elements.Count, outcome);
        return ExitCode.Done;
    }

    // The profile before any job: whoever watches, retries or cancels needs it.
    private SubmitOutcome Submit(SweepFolder sweep, SweepScheduler scheduler, (SiteProfile Site, string Text) profile, bool wasCancelled)
    {
        SweepScripts.Write(context, host, sweep, profile.Site);
        AtomicFile.Write(SiteProfileFile.PathIn(sweep), profile.Text);
        try
        {
            var queue = scheduler.Look();
            return scheduler.SubmitAfresh(CellStandings.Of(sweep), queue, wasCancelled);
        }
        finally
        {
            CachedQueue.Forget(sweep);
        }
    }

    private void TakeBack(SweepFolder sweep, KeptFiles kept, bool wasCancelled)
    {
        try
        {
            kept.Restore();
            if (wasCancelled)
                SweepCancellation.Set(sweep);
        }
        catch (ResultsException refused)
        {
            // The reason of it all is told beside this.
            context.Screen.Profile.Out.Writer.WriteLine($"{refused.Code}: {refused.Message}: the sweep's script and profile are those of this submission");
        }
    }

    private void Say(SweepFolder sweep, int elements, SubmitOutcome outcome)
    {
        var writer = context.Screen.Profile.Out.Writer;
        writer.WriteLine($"{outcome.Elements} of {elements} elements submitted in {outcome.Jobs.Count} {(outcome.Jobs.Count == 1 ? "array" : "arrays")}{(outcome.Queued > 0 ? $", {outcome.Queued} were in the queue before" : "")}");
        if (outcome.Released > 0)
            writer.WriteLine($"{outcome.Released} that Slurm could not start, and held, were released");
        if (outcome.Left > 0)
            writer.WriteLine($"{outcome.Left} elements are left: the site takes no more at once; 'unfold sweep watch {sweep.Id}' submits them as others end, and so does this command again");
        writer.WriteLine($"{SweepCounts.Of(CellStandings.Of(sweep))}; sweep: {SweepLines.Shown(sweep.Path)}; 'unfold sweep status {sweep.Id}' shows how it gets on");
    }
}
