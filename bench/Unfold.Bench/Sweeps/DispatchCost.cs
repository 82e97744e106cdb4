namespace Unfold.Bench;

/// <summary>
/// What a cell of a sweep costs beside its training: the same cells in a process each (<c>unfold sweep run</c>) and as jobs of a private Slurm, and beside each of
/// them, on another core, in one process (<c>unfold run</c>), so that what else the machine does meets both alike.
/// </summary>
internal static class DispatchCost
{
    private const string Local = "unfold sweep run --jobs 1";
    private const string Cluster = "Slurm, one job at a time";

    private static readonly string[] Variants = ["empty", "short", "long"];

    /// <param name="size">About how many seconds a long cell is to train; cells of a round, of each kind; rounds.</param>
    public static async Task<int> Run(params int[] size)
    {
        int[] usual = [60, 3, 1];
        var (seconds, cells, rounds) = (int[])[.. size, .. usual[size.Length..]] is [var s, var c, var r] ? (s, c, r) : throw new ArgumentException("seconds, cells, rounds", nameof(size));
        var root = Directory.CreateTempSubdirectory("unfold-dispatch-").FullName;
        using var slurm = PrivateSlurm.Start("1001", out var reason);
        try
        {
            Say($"{new DispatchExperiment(root).Write(seconds, cells)} epochs; {rounds} rounds of {cells} cells of each kind; one thread");
            if (slurm is null)
                Say($"without Slurm: {reason}");
            var ways = new DispatchWays(root, slurm);
            var pairs = new List<DispatchPair>();
            for (var round = 0; round < rounds; round++)
            {
                pairs.AddRange(await Beside(ways, Local, $"local-{round}", (name, variant) => Task.FromResult(ways.Local(name, variant))));
                if (slurm is not null)
                    pairs.AddRange(await Beside(ways, Cluster, $"cluster-{round}", ways.Cluster));
            }

            foreach (var variant in Variants)
                Report(variant, pairs.Where(p => p.Variant == variant).GroupBy(p => p.Way, StringComparer.Ordinal));
            foreach (var (variant, jobs) in ways.Jobs)
                Say($"Slurm ran a job of {variant} cells for {jobs.Average():f1} s: the rest of the time it waits for its turn");
            if (slurm is not null)
                Say($"sweep submit: {string.Join(", ", ways.Submits.Select(t => FormattableString.Invariant($"{t:f1}")))} s");
            DispatchParts.Report(root, pairs[0].Bare);
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<IEnumerable<DispatchPair>> Beside(DispatchWays ways, string way, string name, Func<string, string, Task<DispatchTimes>> run)
    {
        var bare = Task.Run(() => ways.Bare($"{name}-bare"));
        var times = new List<(string Variant, DispatchTimes Times)>();
        foreach (var variant in Variants)
            times.Add((variant, await Task.Run(() => run($"{name}-{variant}", variant))));
        var beside = await bare;
        return times.Select(t => new DispatchPair(way, t.Variant, beside[t.Variant], t.Times));
    }

    private static void Report(string variant, IEnumerable<IGrouping<string, DispatchPair>> ways)
    {
        Say($"{variant + " cells",-26} {"seconds a cell",14} {"of it training",14} {"the rest",8} {"over one process",16} {"in own training",15}");
        foreach (var way in ways)
        {
            var (bare, own) = (DispatchTimes.Join(way.Select(p => p.Bare)), DispatchTimes.Join(way.Select(p => p.Own)));
            Say($"{"unfold run, beside it",-26} {bare.Wall,14:f2} {bare.Train,14:f2} {bare.Rest,8:f2}");
            Say($"{way.Key,-26} {own.Wall,14:f2} {own.Train,14:f2} {own.Rest,8:f2} {own.Over(bare),14:f1} % {own.OverInOwnTime(bare),13:f1} %");
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
