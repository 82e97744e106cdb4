using System.CommandLine;
using Unfold.Cli.Rendering;
using Unfold.Engine.Data;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold data fetch</c>: downloads a dataset's published files and checks them.</summary>
internal static class DataFetchCommand
{
    public static Command Create(CliContext context)
    {
        var name = new Argument<string>("dataset") { Description = "The dataset ('unfold data list')." };
        var to = new Option<string?>("--to") { Description = "The data folder; the user's cache by default, where every run looks." };
        var json = CommonOptions.Json();
        var command = new Command("fetch", "Download a dataset's files and check them.") { name, to, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Fetch(context, parsed.GetValue(name)!, parsed.GetValue(to), parsed.GetValue(json))));
        return command;
    }

    private static int Fetch(CliContext context, string name, string? to, bool asJson)
    {
        if (context.OpenHost().CreateDefault("dataset", name) is not IFetchableDataset dataset)
            throw new UnfoldException("UFX018", $"dataset '{name}' has no files to fetch", "it is generated, or its files are yours to bring; nothing is to be done");
        var cancellation = context.Stop.Listen();
        using var client = new HttpClient();
        var folder = FetchDisplay.Show(context.Screen, progress => new DataFetcher(client).Fetch(dataset, to ?? DataFolders.CacheFolder(), progress, cancellation));
        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Dataset = name, Folder = folder, Files = dataset.Files.Select(f => f.Name) }));
        else
            context.Out.WriteLine($"{name}: {dataset.Files.Count} files, checked, in {folder}");
        return ExitCode.Done;
    }
}
