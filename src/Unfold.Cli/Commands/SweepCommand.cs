using System.CommandLine;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold sweep</c>: many runs of an experiment.</summary>
internal static class SweepCommand
{
    public static Command Create(CliContext context) => new("sweep", "Many runs of an experiment: on this machine, or on a cluster.")
    {
        SweepRunCommand.Create(context),
        SweepSubmitCommand.Create(context),
        SweepStatusCommand.Create(context),
        SweepWatchCommand.Create(context),
        SweepRetryCommand.Create(context),
        SweepCancelCommand.Create(context),
        SweepCollectCommand.Create(context),
        SweepCellCommand.Create(context),
    };
}
