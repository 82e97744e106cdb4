using System.Diagnostics;
using System.Globalization;

namespace Unfold.Bench;

/// <summary>A Slurm of this machine (tests/slurm/slurm-solo.sh), taken down with all its jobs.</summary>
internal sealed class PrivateSlurm : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly string _folder;

    private PrivateSlurm(string folder) => _folder = folder;

    /// <summary>What a process needs in its environment to speak to it.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal) { ["SLURM_CONF"] = Path.Combine(_folder, "etc", "slurm.conf") };

    /// <summary>Starts one.</summary>
    /// <param name="maxArraySize">Its MaxArraySize.</param>
    /// <param name="reason">Why there is none, where null is returned.</param>
    public static PrivateSlurm? Start(string maxArraySize, out string reason)
    {
        var slurm = new PrivateSlurm(Path.Combine(Path.GetTempPath(), $"bench-{Guid.NewGuid():n}"[..14]));
        Directory.CreateDirectory(slurm._folder);
        reason = slurm.Script("up", maxArraySize);
        if (reason.Length == 0)
            return slurm;
        slurm.Dispose();
        return null;
    }

    /// <summary>Waits until nothing is left in its queue.</summary>
    public async Task Empty(CliProgram program)
    {
        using var timer = new PeriodicTimer(Pause);
        while (program.Run("squeue", ["--noheader"]).Output.Length > 0)
            await timer.WaitForNextTickAsync();
    }

    /// <summary>Seconds that each element of an array ran, as Slurm says.</summary>
    public static IReadOnlyList<double> RunTimes(CliProgram program, string array) =>
    [
        .. program.Run("scontrol", ["-o", "show", "job", array]).Output.Split('\n').Where(l => l.Contains("RunTime=", StringComparison.Ordinal))
            .Select(line => TimeSpan.Parse(line.Split("RunTime=")[1].Split(' ')[0], CultureInfo.InvariantCulture).TotalSeconds),
    ];

    public void Dispose()
    {
        Script("down", "1001");
        Directory.Delete(_folder, recursive: true);
    }

    private string Script(string command, string maxArraySize)
    {
        // To a file: daemons that are started inherit what is not redirected.
        var log = Path.Combine(_folder, $"{command}.log");
        var start = new ProcessStartInfo("bash", ["-c", "exec bash \"$1\" \"$2\" \"$3\" < /dev/null > \"$4\" 2>&1", "-", Path.Combine(BuiltFolders.Repository(), "tests", "slurm", "slurm-solo.sh"), command, _folder, log]);
        start.Environment["SOLO_MAX_ARRAY"] = maxArraySize;
        start.Environment["PATH"] += ":/usr/sbin:/sbin";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 0 ? "" : File.ReadAllText(log).Trim().Split('\n')[^1];
    }
}
