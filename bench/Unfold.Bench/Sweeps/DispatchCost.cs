using System.Globalization;

namespace Unfold.Bench;

/// <summary>
/// What a cell of a sweep costs beside its training: the same cells in one process (<c>unfold run</c>), in a process each (<c>unfold sweep run</c>) and as jobs of a
/// private Slurm, in turns.
/// </summary>
internal static class DispatchCost
{
    private const string OneProcess = "unfold run, one process";
    private const string Local = "unfold sweep run --jobs 1";
    private const string Cluster = "Slurm, one job at a time";

    private static readonly string[] Variants = ["empty", "short", "long"];

    /// <param name="size">About how many seconds a long cell is to train; cells of a round, of each kind; rounds, each of which begins with another way.</param>
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
            var times = await Times(ways, rounds);
            foreach (var variant in Variants)
                Report(variant, times);
            foreach (var (variant, jobs) in ways.Jobs)
                Say($"Slurm ran a job of a {variant} cell for {jobs.Average():f1} s: the rest of the time it waits for its turn");
            if (slurm is not null)
                Say($"sweep submit: {string.Join(", ", ways.Submits.Select(s => s.ToString("f1", CultureInfo.InvariantCulture)))} s");
            DispatchParts.Report(root);
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<Dictionary<(string Way, string Variant), DispatchTimes>> Times(DispatchWays ways, int rounds)
    {
        var all = new List<(string Way, string Variant, DispatchTimes Times)>();
        for (var round = 0; round < rounds; round++)
        {
            var name = $"round-{round}";
            List<Func<Task>> turns = [Bare, OnThisMachine, .. ways.HasCluster ? [OnCluster] : Array.Empty<Func<Task>>()];
            for (var turn = 0; turn < turns.Count; turn++)
                await turns[(turn + round) % turns.Count]();

            Task Bare()
            {
                all.AddRange(ways.Bare($"{name}-bare").Select(t => (OneProcess, t.Key, t.Value)));
                return Task.CompletedTask;
            }

            Task OnThisMachine()
            {
                all.AddRange(Variants.Select(v => (Local, v, ways.Local($"{name}-local-{v}", v))));
                return Task.CompletedTask;
            }

            async Task OnCluster()
            {
                foreach (var variant in Variants)
                    all.Add((Cluster, variant, await ways.Cluster($"{name}-cluster-{variant}", variant)));
            }
        }

        return all.GroupBy(t => (t.Way, t.Variant)).ToDictionary(g => g.Key, g => DispatchTimes.Join(g.Select(t => t.Times)));
    }

    private static void Report(string variant, Dictionary<(string Way, string Variant), DispatchTimes> times)
    {
        var bare = times[(OneProcess, variant)];
        Say($"{variant + " cells",-26} {"seconds a cell",14} {"of it training",14} {"the rest",8} {"over one process",16} {"in own training",15}");
        foreach (var ((way, _), cell) in times.Where(t => t.Key.Variant == variant))
            Say($"{way,-26} {cell.Wall,14:f2} {cell.Train,14:f2} {cell.Rest,8:f2} {cell.Over(bare),14:f1} % {cell.OverInOwnTime(bare),13:f1} %");
    }

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
