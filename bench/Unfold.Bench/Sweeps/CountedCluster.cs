namespace Unfold.Bench;

/// <summary>Commands of Slurm that accept everything, run nothing and count their calls.</summary>
internal sealed class CountedCluster
{
    private readonly string _log;

    public CountedCluster(string folder)
    {
        _log = Path.Combine(folder, "calls");
        Directory.CreateDirectory(folder);
        Write("sbatch", "wc -l < \"$log\"");
        Write("squeue", ":");
        Write("scontrol", "echo 'MaxArraySize = 1001'");
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = $"{folder}{Path.PathSeparator}{System.Environment.GetEnvironmentVariable("PATH")}" };

        void Write(string name, string answer)
        {
            var script = Path.Combine(folder, name);
            File.WriteAllText(script, $"#!/bin/sh\nlog='{_log}'\necho {name} >> \"$log\"\n{answer}\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>What a process needs in its environment to speak to it.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The calls so far: <c>1 scontrol, 10 sbatch</c>.</summary>
    public string Calls => string.Join(", ", File.ReadLines(_log).GroupBy(c => c, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"));
}
