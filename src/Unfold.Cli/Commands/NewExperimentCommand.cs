using System.CommandLine;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold new experiment</c>: writes a commented starting point.</summary>
internal static class NewExperimentCommand
{
    public static Command Create(CliContext context)
    {
        var name = new Argument<string>("name") { Description = "Its name, such as mine or paper/mine." };
        var from = new Option<string?>("--from") { Description = "An experiment, or a file, that it extends." };
        var command = new Command("experiment", "Write a commented starting point into experiments/.") { name, from };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Write(context, parsed.GetValue(name)!, parsed.GetValue(from))));
        return command;
    }

    private static int Write(CliContext context, string name, string? from)
    {
        var folder = SourceTree.Experiments(context.Search.HostFolder, "run it inside the repository");
        var file = Path.Combine(folder, name + ".json");
        if (File.Exists(file))
            throw new UnfoldException("UFX029", $"{file} is there already", "choose another name, or delete it first");
        var host = context.OpenHost();
        var text = from is null ? ExperimentTemplate.Alone() : ExperimentTemplate.Extending(ExperimentLookup.Read(host, from), BaseFile(host, from, folder), file);
        // A name or a base that does not work is told before anything is written.
        host.Read(SpecSource.OfText(file, name, text));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        AtomicFile.Write(file, text);
        context.Out.WriteLine(file);
        context.Screen.Profile.Out.Writer.WriteLine($"edit it; then build, and: unfold run {name}");
        return ExitCode.Done;
    }

    private static string BaseFile(PluginHost host, string from, string experiments) => from.EndsWith(".json", StringComparison.Ordinal)
        ? Path.GetFullPath(from)
        : Path.Combine(Path.GetDirectoryName(experiments)!, host.Experiments.Find(from).Source);
}
