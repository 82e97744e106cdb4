using Unfold.Cli;

return UnfoldCommandLine.Invoke(args, CliContext.OfThisProcess());
