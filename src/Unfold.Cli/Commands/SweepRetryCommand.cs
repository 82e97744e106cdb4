using System.CommandLine;
using Unfold.Cli.Sweeps;
using Unfold.Sweeps;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold sweep retry</c>: submits again what failed or was lost: what <c>submit</c> does, by the sweep's name and profile.</summary>
internal static class SweepRetryCommand
{
    public static Command Create(CliContext context)
    {
        var sweep = SweepOptions.Sweep();
        var root = SweepOptions.Root();
        var command = new Command("retry", "Submit again what failed or was lost.") { sweep, root };
        command.SetAction(parsed => ErrorReport.Guard(context, () =>
        {
            var folder = SweepFolder.Open(parsed.GetValue(root)!, parsed.GetValue(sweep)!);
            var profile = SiteProfileFile.OfSweep(folder);
            var slurm = context.Slurm();
            return new SweepSubmission(context, context.OpenHost(), slurm).Submit(folder, profile);
        }));
        return command;
    }
}
