namespace Unfold.Bench;

/// <summary>What a sweep of many cells costs: files and bytes, calls of the scheduler, and how long the commands that look at it take.</summary>
internal static class SweepScale
{
    private const int Times = 5;

    public static int Run(int cells)
    {
        var root = Directory.CreateTempSubdirectory("unfold-sweeps-").FullName;
        try
        {
            var cluster = new CountedCluster(Path.Combine(root, "cluster"));
            var sweep = new StoredSweep(root, cells, cluster.Environment);
            Say($"{cells} cells, finished");
            Say($"{"sweep submit, the program's copy included",-44} {sweep.Submit,8:f2} s; calls: {cluster.Calls}");
            Sizes(sweep);
            Timed(sweep, "sweep submit --dry-run (expansion alone)", "sweep", "submit", StoredSweep.File, "--profile", "site.json", "--dry-run");
            Timed(sweep, "sweep status", "sweep", "status", sweep.Folder);
            Timed(sweep, "sweep status --json", "sweep", "status", sweep.Folder, "--json");
            Timed(sweep, "sweep run, of which nothing is left", "sweep", "run", StoredSweep.File);
            Timed(sweep, "sweep cell, of the last", "sweep", "cell", sweep.Folder, (cells - 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            Say($"processes of cells that were started: {Directory.GetFiles(Path.Combine(sweep.Folder, "logs"), "*.log").Length}");
            Say($"says: {sweep.Program.Run("sweep", "status", sweep.Folder).Error.Split('\n')[0].Split(';')[0]}");
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void Sizes(StoredSweep sweep)
    {
        foreach (var name in new[] { "sweep.json", "specs.jsonl", "jobs.json", "submit.sh" })
            Say($"{name,-44} {new FileInfo(Path.Combine(sweep.Folder, name)).Length,12} bytes");
        Size("the program's copy", Path.Combine(sweep.Folder, "bin"));
        Size("the run that was trained", sweep.FirstRun);
        var small = Directory.GetFiles(sweep.FirstRun, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".safetensors", StringComparison.Ordinal)).Sum(f => new FileInfo(f).Length);
        Say($"{"of it other than parameters",-44} {small,12} bytes");
    }

    private static void Size(string what, string folder)
    {
        var files = new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories);
        Say($"{what,-44} {files.Sum(f => f.Length),12} bytes in {files.Length} files");
    }

    private static void Timed(StoredSweep sweep, string what, params string[] arguments) => Say($"{what,-44} {sweep.Program.Median(Times, arguments),8:f2} s, median of {Times}");

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
