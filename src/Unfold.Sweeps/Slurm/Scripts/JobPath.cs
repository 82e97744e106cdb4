namespace Unfold.Sweeps;

/// <summary>Folders that a job's output can go to: Slurm reads patterns in its path.</summary>
internal static class JobPath
{
    /// <summary>The folder, where Slurm takes it as it is.</summary>
    /// <exception cref="SweepException">UFS010.</exception>
    public static string Check(string folder)
    {
        if (!folder.StartsWith('/'))
            throw Refused(folder, "it does not start with /, and jobs start in folders of their own");
        if (folder.Where(c => c is '%' or '\\' || char.IsControl(c)).Cast<char?>().FirstOrDefault() is { } c)
            throw Refused(folder, char.IsControl(c) ? "it has a line end or another control character" : $"Slurm reads more into '{c}' in the path of a job's output");
        return folder;
    }

    private static SweepException Refused(string folder, string why) =>
        new("UFS010", $"a cluster's jobs cannot write to {folder.ReplaceLineEndings(" ")}: {why}", "put the sweep into another folder with --sweeps");
}
