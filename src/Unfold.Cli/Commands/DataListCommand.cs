using System.CommandLine;
using Unfold.Engine.Data;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold data list</c>: the datasets and where their files are.</summary>
internal static class DataListCommand
{
    public static Command Create(CliContext context)
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "The datasets, and where their files are.") { json };
        command.SetAction(parsed => ErrorReport.Guard(context, () => List(context, parsed.GetValue(json))));
        return command;
    }

    private static int List(CliContext context, bool asJson)
    {
        var host = context.OpenHost();
        var datasets = host.Catalog.OfKind("dataset").Select(e => Describe(e.Component.Id, host.CreateDefault("dataset", e.Component.Id))).ToList();
        if (asJson)
        {
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Datasets = datasets }));
            return ExitCode.Done;
        }

        foreach (var dataset in datasets)
            context.Out.WriteLine($"{dataset.Id,-16} {dataset switch { { IsFetchable: false } => "no files needed", { Folder: { } folder } => folder, _ => $"missing: unfold data fetch {dataset.Id}" }}");
        return ExitCode.Done;
    }

    // Presence only: a run checks the sums before it reads a file.
    private static Entry Describe(string id, object dataset)
    {
        if (dataset is not IFetchableDataset files)
            return new Entry(id, IsFetchable: false, null);
        var folders = DataFolders.Resolve().Select(f => Path.Combine(f, files.FolderName));
        return new Entry(id, IsFetchable: true, folders.FirstOrDefault(folder => files.Files.All(f => IsThere(folder, f.Name))));
    }

    private static bool IsThere(string folder, string name) =>
        File.Exists(Path.Combine(folder, name)) || (name.EndsWith(".gz", StringComparison.Ordinal) && File.Exists(Path.Combine(folder, name[..^3])));

    private sealed record Entry(string Id, bool IsFetchable, string? Folder);
}
