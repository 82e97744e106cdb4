using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Tests;

/// <summary>An experiment of two cells, and commands that stand for Slurm's: they say what a test lets them say, and start nothing.</summary>
internal sealed class StandInCluster : IDisposable
{
    private const string Json = """
        {
          "seeds": 2,
          "dataset": { "use": "phantoms", "train": 16, "test": 8 },
          "measurement": { "use": "gaussian", "ratio": 0.25 },
          "architecture": { "use": "deconet", "layers": 1, "redundancy": 2 },
          "continuation": { "use": "none" },
          "loss": { "use": "mse" },
          "training": { "epochs": 1, "batchSize": 8, "optimizer": { "use": "adam", "learningRate": 1e-2 } }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("unfold-cluster-").FullName;

    public StandInCluster()
    {
        File.WriteAllText(Path.Combine(_folder, "two.json"), Json);
        Profile("low");
        Command("sbatch", "if [ -e refuse ]; then echo 'sbatch: error: invalid partition specified' >&2; exit 1; fi; echo 101");
        Command("squeue", "cat queue 2> /dev/null; exit 0");
        Command("scontrol", "[ \"$1\" = release ]");
        Command("scancel", "exit 0");
        Command("sacct", "echo 'Slurm accounting storage is disabled' >&2; exit 1");
    }

    public SweepFolder Sweep => SweepFolder.Open(Path.Combine(_folder, "sweeps"), "two");

    /// <summary>The commands that were given, of one program.</summary>
    public IReadOnlyList<string> Calls(string program) =>
        File.Exists(Path.Combine(_folder, "calls")) ? [.. File.ReadAllLines(Path.Combine(_folder, "calls")).Where(l => l.StartsWith(program + " ", StringComparison.Ordinal))] : [];

    public void Profile(string partition) => File.WriteAllText(Path.Combine(_folder, "site.json"), $$"""{ "partition": "{{partition}}" }""");

    public void Refuse() => File.WriteAllText(Path.Combine(_folder, "refuse"), "");

    /// <summary>What squeue writes.</summary>
    public void Queue(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "queue"), text);
        AtomicFile.Delete(Path.Combine(Sweep.Path, "queue.json"));
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Sweep.Path, file));

    public ProgramResult Submit() => Unfold("sweep", "submit", "./two.json", "--profile", "site.json");

    public ProgramResult Unfold(params string[] arguments) => UnfoldProgram.Run(
        _folder,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["HOME"] = _folder, ["PATH"] = $"{Path.Combine(_folder, "slurm")}:{Environment.GetEnvironmentVariable("PATH")}" },
        arguments);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Command(string name, string does)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "slurm")).FullName, name);
        File.WriteAllText(file, $"#!/bin/sh\ncd '{_folder}'\necho \"{name} $*\" >> calls\n{does}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
