using System.CommandLine;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold schema</c>: writes the JSON Schema of experiments, from which editors complete them.</summary>
internal static class SchemaCommand
{
    public static Command Create(CliContext context)
    {
        var outFile = new Option<string?>("--out") { Description = "Where; '-' is standard output. Default: experiments/experiment.schema.json of the repository." };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit code 3 where the file is not what it would be." };
        var command = new Command("schema", "Write the JSON Schema of experiments, with the active plugins' options.") { outFile, check };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Write(context, parsed.GetValue(outFile), parsed.GetValue(check))));
        return command;
    }

    private static int Write(CliContext context, string? outFile, bool isCheck)
    {
        var schema = context.OpenHost().ExperimentSchema();
        if (outFile == "-")
        {
            context.Out.Write(schema);
            return ExitCode.Done;
        }

        var file = outFile ?? Path.Combine(SourceTree.Experiments(context.Search.HostFolder, "run it inside the repository, or say where with --out"), "experiment.schema.json");
        var isFresh = File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == schema;
        if (isCheck)
        {
            context.Out.WriteLine(isFresh ? $"{file} is as it should be" : $"{file} is stale: unfold schema");
            return isFresh ? ExitCode.Done : ExitCode.Differs;
        }

        if (!isFresh)
            AtomicFile.Write(file, schema);
        context.Out.WriteLine(file);
        return ExitCode.Done;
    }
}
