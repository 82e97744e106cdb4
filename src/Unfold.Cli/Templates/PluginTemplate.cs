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

    /// <summary>Writes a plugin.</summary>
    /// <exception cref="UnfoldException">UFP024: it could not be written.</exception>
    public static void Create(string hostFolder, string name, string kind, string folder)
    {
        // Templates of its own, so that those which the user has installed are left alone.
        var hive = Directory.CreateTempSubdirectory("unfold-templates-");
        try
        {
            Run("install", Path.Combine(hostFolder, "templates", ShortName), "--debug:custom-hive", hive.FullName);
            Run(ShortName, "--name", name, "--kind", kind, "--output", folder, "--debug:custom-hive", hive.FullName);
        }
        finally
        {
            hive.Delete(recursive: true);
        }
    }

    private static void Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Dotnet(), ["new", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        // Both pipes at once: one that nobody reads fills up, and the process waits for ever. When its end is waited for, it has ended.
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
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
