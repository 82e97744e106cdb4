using System.Diagnostics;

namespace Unfold.Bench;

/// <summary>The ways to run the cells of a variant, each into a folder of its own.</summary>
/// <param name="root">The folder.</param>
/// <param name="slurm">The cluster, or null.</param>
internal sealed class DispatchWays(string root, PrivateSlurm? slurm)
{
    private readonly CliProgram _program = new(root, slurm?.Environment);

    public bool HasCluster => slurm is not null;

    /// <summary>Seconds of each <c>sweep submit</c>.</summary>
    public List<double> Submits { get; } = [];

    /// <summary>Seconds that each job ran, by Slurm, of which it has whole ones.</summary>
    public Dictionary<string, List<double>> Jobs { get; } = new(StringComparer.Ordinal);

    /// <summary>One process for all; first those that train little, so that it is warm. A cell's time is that from the end of the one before.</summary>
    public Dictionary<string, DispatchTimes> Bare(string name)
    {
        _program.Run("run", DispatchExperiment.File, "--threads", "1", "--out", name);
        var runs = FinishedRun.In(Path.Combine(root, name));
        return runs.Zip(runs.Skip(1), (before, run) => (run.Variant, Wall: (run.Ended - before.Ended).TotalSeconds, run.Train))
            .GroupBy(r => r.Variant, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new DispatchTimes([.. g.Select(r => r.Wall)], [.. g.Select(r => r.Train)]), StringComparer.Ordinal);
    }

    /// <summary><c>unfold sweep run</c>, from the start of the command to its end.</summary>
    public DispatchTimes Local(string name, string variant) =>
        Times(name, _program.Run("sweep", "run", DispatchExperiment.File, "--variant", variant, "--jobs", "1", "--out", name, "--sweeps", $"{name}.sweeps").Seconds);

    /// <summary><c>unfold sweep submit</c>, from its return until the queue is empty; one job at a time.</summary>
    public async Task<DispatchTimes> Cluster(string name, string variant)
    {
        await File.WriteAllTextAsync(Path.Combine(root, "site.json"), """{ "partition": "low", "time": "60", "parallelism": 1 }""");
        var submit = _program.Run("sweep", "submit", DispatchExperiment.File, "--variant", variant, "--profile", "site.json", "--out", name, "--sweeps", $"{name}.sweeps");
        Submits.Add(submit.Seconds);
        var clock = Stopwatch.StartNew();
        await slurm!.Empty(_program);
        var times = Times(name, clock.Elapsed.TotalSeconds);
        Jobs.TryAdd(variant, []);
        Jobs[variant].AddRange(PrivateSlurm.RunTimes(_program, submit.Output.Trim()));
        return times;
    }

    private DispatchTimes Times(string name, double wall)
    {
        var runs = FinishedRun.In(Path.Combine(root, name));
        return new DispatchTimes([.. runs.Select(_ => wall / runs.Count)], [.. runs.Select(r => r.Train)]);
    }
}
