namespace Unfold.Sweeps;

/// <summary>The script of a sweep's jobs, submit.sh. Which elements it runs is said on sbatch's command line: an array, and an offset after the script.</summary>
public static class SubmitScript
{
    /// <summary>The script's name in the sweep's folder.</summary>
    public const string FileName = "submit.sh";

    /// <summary>The script's text.</summary>
    /// <param name="sweep">The sweep's id: name and comment of its jobs.</param>
    /// <param name="folder">The sweep's folder, absolute; the program lies in its bin, the output goes to its logs.</param>
    /// <param name="profile">The site's profile.</param>
    /// <exception cref="SweepException">UFS010.</exception>
    public static string Write(string sweep, string folder, SiteProfile profile) => throw new NotSupportedException("to come");
}
