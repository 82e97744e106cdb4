using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using Unfold.Engine.Optimizers;
using Unfold.Hosting;

namespace Unfold.Generators.Tests;

/// <summary>Many specs through the generator at once, compiled into a host of their own.</summary>
internal sealed class CompiledBatch : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("unfold-").FullName;
    private readonly Lazy<PluginHost> _host;
    private readonly ILookup<string, Diagnostic> _errors;

    public CompiledBatch(IReadOnlyDictionary<string, string> files)
    {
        var run = GeneratorRun.Of([.. files.Select(f => (f.Key, f.Value))]);
        _errors = run.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToLookup(d => d.Location.GetLineSpan().Path ?? "");
        Crashes = [.. run.Diagnostics.Where(d => !d.Id.StartsWith("UFX", StringComparison.Ordinal)).Select(d => d.ToString())];
        Directory.CreateDirectory(Path.Combine(_folder, "experiments"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "plugins"), Path.Combine(Built.HostFolder, "plugins"));
        var result = run.Output.Emit(Path.Combine(_folder, "experiments", "Experiments.dll"));
        CompilerErrors = [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString())];
        _host = new(() => PluginHost.Open(new PluginSearch { HostFolder = _folder, BuiltIn = [typeof(Adam).Assembly] }));
    }

    /// <summary>What the generator itself broke on.</summary>
    public IReadOnlyList<string> Crashes { get; }

    /// <summary>What is wrong with the code that it wrote.</summary>
    public IReadOnlyList<string> CompilerErrors { get; }

    /// <summary>What the generator, the compiler and the generated code made of a file.</summary>
    public string VerdictOf(string path, string name) => _errors.Contains(path)
        ? Verdict.Refused(_errors[path].Select(d => d.Id))
        : Verdict.Of(() => Activate(path, name));

    /// <summary>The compiled experiment.</summary>
    public Experiment Activate(string path, string name)
    {
        if (_errors[path].FirstOrDefault() is { } error)
            throw new UnfoldException(error.Id, error.GetMessage(), "");
        return _host.Value.Experiments.Declared.Any(e => e.Name == name)
            ? _host.Value.Experiments.Activate(name)
            // A file that can only be extended has no code.
            : throw new UnfoldException("UFX028", "abstract", "");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
