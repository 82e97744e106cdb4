using System.Diagnostics;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace Unfold.EndToEnd.Tests;

/// <summary>A copy of the sources in a temporary folder, built once for all test classes; each test leaves it as it found it.</summary>
public sealed class Clone : IDisposable
{
    private static readonly HashSet<string> NotSources = new(StringComparer.Ordinal) { "bin", "obj", ".git", "runs", "BenchmarkDotNet.Artifacts", "TestResults" };

    public Clone()
    {
        Copy(new DirectoryInfo(Repository), Root);
        Build();
    }

    public static string Repository { get; } = typeof(Clone).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value!;

    public string Root { get; } = Path.Combine(Path.GetTempPath(), "unfold-clone-" + Path.GetRandomFileName());

    public string Output => Path.Combine(Root, "src/Unfold.Cli/bin/Release/net10.0");

    public string ExperimentsAssembly => Path.Combine(Output, "experiments/Experiments.dll");

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public void Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Delete(string path)
    {
        var full = Path.Combine(Root, path);
        if (Directory.Exists(full))
            Directory.Delete(full, recursive: true);
        else
            File.Delete(full);
    }

    public void Build()
    {
        var result = TryBuild();
        Assert.True(result.ExitCode == 0, result.Text);
    }

    public ProcessResult TryBuild() => Run("dotnet", "build", "src/Unfold.Cli", "-c", "Release", "-v", "q", "--nologo");

    public ProcessResult Unfold(params string[] arguments) => Run("dotnet", [Path.Combine(Output, "Unfold.Cli.dll"), .. arguments]);

    /// <summary>The command as people call it: ./unfold.</summary>
    public ProcessResult Wrapper(params string[] arguments) => Run("bash", [Path.Combine(Root, "unfold"), .. arguments]);

    /// <summary>The one JSON document that a command prints.</summary>
    public JObject Json(params string[] arguments)
    {
        var result = Unfold([.. arguments, "--json"]);
        Assert.True(result.ExitCode == 0, result.Text);
        return JObject.Parse(result.Output);
    }

    public IReadOnlyList<string> Experiments() => [.. Json("list")["experiments"]!.Select(e => (string)e["name"]!)];

    public IReadOnlyList<string> Plugins() => [.. Json("plugins", "list")["plugins"]!.Select(p => (string)p["name"]!)];

    private static void Copy(DirectoryInfo source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in source.EnumerateFiles())
            file.CopyTo(Path.Combine(target, file.Name));
        foreach (var folder in source.EnumerateDirectories().Where(d => !NotSources.Contains(d.Name)))
            Copy(folder, Path.Combine(target, folder.Name));
    }

    /// <summary>Runs a program in the clone.</summary>
    public ProcessResult Run(string program, params string[] arguments) => RunIn(Root, new Dictionary<string, string>(StringComparer.Ordinal), program, arguments);

    /// <summary>Runs a program anywhere.</summary>
    public static ProcessResult RunIn(string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What 'dotnet test' sets for its own build would reach into this one.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || k == "UNFOLD_PLUGINS").ToList())
            start.Environment.Remove(name);
        // Nodes that outlive the test would hold its folder. The compiler's server may: it keeps nothing open, and forty compilers need not warm up.
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProcessResult(process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
