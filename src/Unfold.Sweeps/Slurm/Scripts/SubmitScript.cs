using System.Globalization;
using Unfold.Results;

namespace Unfold.Sweeps;

/// <summary>The script of a sweep's jobs, submit.sh. Which elements it runs is said on sbatch's command line: an array, and an offset after the script.</summary>
public static class SubmitScript
{
    /// <summary>The script's name in the sweep's folder.</summary>
    public const string FileName = "submit.sh";

    /// <summary>The script's text.</summary>
    /// <param name="sweep">The sweep's id: name and comment of its jobs.</param>
    /// <param name="folder">The sweep's folder, absolute; the output goes to its logs, which must be there before a job starts.</param>
    /// <param name="program">The folder of the program.</param>
    /// <param name="threads">Threads of a training.</param>
    /// <param name="profile">The site's profile.</param>
    /// <exception cref="SweepException">UFS010.</exception>
    /// <exception cref="ArgumentException">The id has more than letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</exception>
    public static string Write(string sweep, string folder, string program, int threads, SiteProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        // squeue takes several names, with commas between them.
        if (sweep.Length == 0 || !sweep.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw new ArgumentException($"'{sweep}' is no sweep's id: letters, digits, '-', '_' and '.'", nameof(sweep));
        IEnumerable<string> lines =
        [
            "#!/bin/bash",
            .. Arguments(sweep, JobPath.Check(folder), threads, profile).Select(SbatchLine.Of),
            "",
            "set -e",
            .. profile.Setup,
            "",
            // Not before the set-up: what sites load there reads variables that are not set.
            "set -u",
            // They are frozen beside the program.
            "unset UNFOLD_PLUGINS",
            "# The program takes the place of the shell, so that Slurm's signals reach it.",
            $"exec {Program(folder, program, profile)} --element \"$SLURM_ARRAY_TASK_ID\" \"$@\"",
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Arguments(string sweep, string folder, int threads, SiteProfile profile) =>
    [
        $"--job-name={sweep}",
        $"--comment={sweep}",
        "--requeue",
        "--open-mode=append",
        $"--signal=B:USR1@{profile.SignalSeconds.ToString(CultureInfo.InvariantCulture)}",
        $"--output={folder}/{SweepFiles.Logs}/%A_%a.out",
        .. Said("partition", profile.Partition),
        .. Said("account", profile.Account),
        .. Said("qos", profile.Qos),
        .. Said("time", profile.Time),
        .. Said("gres", profile.Gres),
        $"--cpus-per-task={(profile.Cpus ?? threads * profile.Pack).ToString(CultureInfo.InvariantCulture)}",
        .. Said("mem", profile.Memory),
        .. Said("constraint", profile.Constraint),
        .. profile.Extra,
    ];

    private static IEnumerable<string> Said(string option, string? value) => value is null ? [] : [$"--{option}={value}"];

    private static string Program(string folder, string program, SiteProfile profile) => Shell.Command(
    [
        profile.Dotnet,
        $"{program}/Unfold.Cli.dll",
        "sweep",
        "cell",
        folder,
        .. profile.Pack > 1 ? ["--pack", Number(profile.Pack)] : Array.Empty<string>(),
        "--signal-seconds",
        Number(profile.SignalSeconds),
        "--max-timeouts",
        Number(profile.MaxTimeouts),
    ]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
