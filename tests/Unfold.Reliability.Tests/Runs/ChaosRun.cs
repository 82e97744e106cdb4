using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>A run of a spec and seed in a folder of its own, which processes work on one after another.</summary>
internal sealed class ChaosRun
{
    private readonly string _file;

    /// <param name="folder">A folder, made where it is missing; the run's lies below.</param>
    /// <param name="spec">What to train.</param>
    /// <param name="seed">With which seed.</param>
    /// <param name="out">The output folder, where it is not below that folder.</param>
    public ChaosRun(string folder, ChaosSpec spec, int seed, string? @out = null)
    {
        (Folder, Spec, Seed, Out) = (folder, spec, seed, @out ?? Path.Combine(folder, "out"));
        _file = $"{spec.Name}.json";
        System.IO.Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, _file), spec.Json(seed));
    }

    public string Folder { get; }

    public ChaosSpec Spec { get; }

    public int Seed { get; }

    /// <summary>The output folder.</summary>
    public string Out { get; }

    /// <summary>The run's directory, or null where there is none yet.</summary>
    public string? Directory => Path.Combine(Out, Spec.Name, "default") is var above && System.IO.Directory.Exists(above)
        ? System.IO.Directory.EnumerateDirectories(above, $"{Seed}-*").FirstOrDefault()
        : null;

    /// <summary>A file of the run's directory.</summary>
    public string? this[string name] => Directory is { } directory ? Path.Combine(directory, name) : null;

    /// <summary>The run's results.json as it is, or null.</summary>
    public byte[]? Results => this[RunFiles.Results] is { } path && File.Exists(path) ? File.ReadAllBytes(path) : null;

    /// <summary>Starts it, or goes on with it.</summary>
    public UnfoldProcess Start() => UnfoldProcess.Start(Folder, Arguments);

    /// <summary>The arguments that start it, or go on with it.</summary>
    public string[] Arguments => ["run", _file, "--threads", "1", "--out", Out];
}
