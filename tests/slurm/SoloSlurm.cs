using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Unfold.Slurm;

/// <summary>A Slurm of this machine for the tests of a class: started before them in a temporary folder, and taken down, with all jobs, after them.</summary>
public sealed class SoloSlurm : IAsyncLifetime
{
    private const int Attempts = 3;
    private const int PortsOfACluster = 3;

    private static readonly string[] Programs = ["sbatch", "slurmctld", "slurmd", "munged"];
    private static readonly string[] SystemFolders = ["/usr/sbin", "/sbin"];

    /// <summary>Why there is none; null where there is one. <c>Skip.If(slurm.Absent is not null, slurm.Absent)</c>.</summary>
    public string? Absent { get; private set; }

    /// <summary>Its folder; tests may write below it.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"solo-{Guid.NewGuid():n}"[..13]);

    /// <summary>What the processes that speak to it have in their environment.</summary>
    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>(StringComparer.Ordinal) { ["SLURM_CONF"] = Path.Combine(Folder, "etc", "slurm.conf") };

    public Task InitializeAsync()
    {
        Absent = Missing();
        for (var attempt = 0; Absent is null && attempt < Attempts; attempt++)
        {
            Directory.CreateDirectory(Folder);
            var (exitCode, error) = Script("up", FreePorts());
            if (exitCode == 0)
                return Task.CompletedTask;
            // Another one may have taken the ports meanwhile.
            TakeDown();
            // Where its programs are there, one that does not start would be a broken script.
            if (attempt + 1 == Attempts && System.Environment.GetEnvironmentVariable("CI") == "true" && System.Environment.IsPrivilegedProcess)
                throw new InvalidOperationException($"a private Slurm cannot be started: {error}");
            if (attempt + 1 == Attempts)
                Absent = $"a private Slurm cannot be started here: {error.Trim().Split('\n')[^1]}";
        }

        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        if (Absent is null)
            TakeDown();
        return Task.CompletedTask;
    }

    /// <summary>Ends the controller, which keeps what it knows: one that is killed forgets new jobs and gives their ids away again. Jobs go on.</summary>
    public Task StopController() => End("slurmctld.pid");

    /// <summary>Kills the controller, which forgets what it has not written yet.</summary>
    public Task KillController() => End("slurmctld.pid", "-KILL");

    /// <summary>Starts the daemons of the nodes anew, which then say what runs there: a controller that was killed may wait for jobs whose end it has forgotten. Jobs go on.</summary>
    public async Task RestartNodes()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, "run"), "slurmd.*.pid").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal))
        {
            await End(file);
            Run("slurmd", "-N", file.Split('.')[1]);
        }
    }

    /// <summary>Starts the controller again.</summary>
    public async Task StartController()
    {
        Run("slurmctld");
        await Eventually.Is(() => Run("scontrol", "ping").Output.Contains("is UP", StringComparison.Ordinal), "the controller is back");
    }

    /// <summary>Runs a program that speaks to it.</summary>
    public (int ExitCode, string Output, string Error) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        start.Environment["PATH"] = SearchPath;
        return Finish(start);
    }

    private static string SearchPath => string.Join(Path.PathSeparator, [System.Environment.GetEnvironmentVariable("PATH") ?? "", .. SystemFolders]);

    private static string? Missing() => OperatingSystem.IsLinux()
        ? Programs.FirstOrDefault(p => !SearchPath.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, p)))) is { } program
            ? $"{program} is not on PATH: apt-get install slurm-wlm munge"
            : null
        : "Slurm runs on Linux";

    // Below the ports that the system hands out itself.
    private static int FreePorts()
    {
        for (var attempt = 0; ; attempt++)
        {
            var first = Random.Shared.Next(18_000, 32_000);
            if (attempt > 100 || Enumerable.Range(first, PortsOfACluster).All(IsFree))
                return first;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task End(string pidFile, string signal = "-TERM")
    {
        var id = (await File.ReadAllTextAsync(Path.Combine(Folder, "run", pidFile))).Trim();
        Run("kill", signal, id);
        await Eventually.Is(() => !Directory.Exists($"/proc/{id}"), $"the process of {pidFile} is gone");
    }

    private void TakeDown()
    {
        Script("down", 0);
        Directory.Delete(Folder, recursive: true);
    }

    private (int ExitCode, string Error) Script(string command, int port)
    {
        // The daemons inherit what is not redirected: to a file, since a pipe would be held open by them.
        var log = Path.Combine(Folder, $"{command}.log");
        var start = new ProcessStartInfo("bash", ["-c", "exec bash \"$1\" \"$2\" \"$3\" < /dev/null > \"$4\" 2>&1", "-", Path.Combine(AppContext.BaseDirectory, "slurm-solo.sh"), command, Folder, log]) { UseShellExecute = false };
        start.Environment["SOLO_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PATH"] = SearchPath;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return (process.ExitCode, File.ReadAllText(log));
    }

    private static (int ExitCode, string Output, string Error) Finish(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
