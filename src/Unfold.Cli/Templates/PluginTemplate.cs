using System.Diagnostics;

namespace Unfold.Cli.Templates;

/// <summary>
/// The template of plugins, which lies beside the program. The .NET SDK fills it in: a plugin is built with it anyway, and there is one
/// template and one engine, whether people call this command or <c>dotnet new</c>.
/// </summary>
internal static class PluginTemplate
{
    private const string ShortName = "unfold-plugin";

    /// <summary>What it can make; the template says the same.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["architecture", "dataset", "measurement", "continuation", "loss"];

    /// <summary>Writes a plugin: the whole folder, or nothing.</summary>
    /// <exception cref="UnfoldException">UFP024: it could not be written.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public static void Create(string hostFolder, string name, string kind, string folder, CancellationToken stop)
    {
        using var place = UnfinishedFolder.Beside(folder);
        // Templates of its own, so that those which the user has installed are left alone.
        var hive = Path.Combine(place.Path, "templates");
        var plugin = Path.Combine(place.Path, name);
        Run(stop, "install", Path.Combine(hostFolder, "templates", ShortName), "--debug:custom-hive", hive);
        Run(stop, ShortName, "--name", name, "--kind", kind, "--output", plugin, "--debug:custom-hive", hive);
        place.Move(plugin);
    }

    private static void Run(CancellationToken stop, params string[] arguments)
    {
        stop.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(Dotnet(), ["new", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        using var killed = stop.Register(() => process.Kill(entireProcessTree: true));
        // Both pipes at once: one that nobody reads fills up, and the process waits for ever. When its end is waited for, it has ended.
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        stop.ThrowIfCancellationRequested();
        if (process.ExitCode == 0)
            return;
        var said = $"{error.GetAwaiter().GetResult()} {output}".ReplaceLineEndings(" ").Trim();
        throw new UnfoldException("UFP024", $"'dotnet new {arguments[0]}' ended with exit code {process.ExitCode}: {said}", "'dotnet --version' in this folder shows whether the .NET 10 SDK is there");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new UnfoldException("UFP024", $"the .NET SDK cannot be started: {missing.Message}", "install the .NET 10 SDK: a plugin is built with it", missing);
        }
    }

    // The program that runs this one, where it is 'dotnet'; else the one on the path.
    private static string Dotnet() => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
