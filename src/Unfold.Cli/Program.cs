using Unfold.Cli;

// Before anything else: a job that does not know a signal yet is killed by it.
var stop = new StopSignals();
if (args is ["sweep", "cell", ..])
    stop.Listen();
return UnfoldCommandLine.Invoke(args, CliContext.OfThisProcess() with { Stop = stop });
