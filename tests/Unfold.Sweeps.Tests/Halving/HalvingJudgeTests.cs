using Unfold.Specs;

namespace Unfold.Sweeps.Tests;

/// <summary>Runs come to their rungs in some order; what is decided about them stands.</summary>
public sealed class HalvingJudgeTests : IDisposable
{
    private static readonly Halving Mse = new("validation.mse", 2, 3);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    // The same five values: the first two always go on, the third is best of three or not, of the fourth and fifth the best one.
    [InlineData("0:5 1:4 2:3 3:2 4:1", "0 1 2 3 4")]
    [InlineData("4:1 3:2 2:3 1:4 0:5", "3 4")]
    [InlineData("2:3 0:5 4:1 1:4 3:2", "0 2 4")]
    public void Runs_are_judged_by_what_is_there_when_they_come(string arrivals, string goOn)
    {
        var judge = new HalvingJudge(_folder["a"], Mse);
        Assert.Equal(goOn, GoOn(judge, arrivals));
        Assert.Equal([.. Parse(arrivals).Select(a => a.Cell).Order().Where(c => !goOn.Split(' ').Contains($"{c}", StringComparer.Ordinal))], Enumerable.Range(0, 5).Where(c => judge.StoppedAt(c) == 2));
    }

    [Fact]
    public void The_direction_is_the_metrics() =>
        Assert.Equal("3 4", GoOn(new HalvingJudge(_folder["a"], Mse with { Metric = "validation.psnr" }), "4:9 3:8 2:7 1:6 0:5"));

    [Fact]
    public void A_record_says_what_a_value_was_compared_with()
    {
        var judge = new HalvingJudge(_folder["a"], Mse);
        GoOn(judge, "7:3 2:1");
        var record = judge.At(5, 2, 2);
        Assert.Equal((5, 2, "validation.mse", 2.0, false, false), (record.Cell, record.Epoch, record.Metric, record.Value, record.GoesOn, record.IsRepeated));
        Assert.Equal([new RungValue(2, 1), new RungValue(7, 3)], record.Compared);
        Assert.Equal(record.Compared, Assert.Single(new RungStore(_folder["a"]).Of(5)).Compared);
    }

    [Fact]
    public void A_decision_is_made_once_whatever_came_since_and_whoever_asks()
    {
        GoOn(new HalvingJudge(_folder["a"], Mse), "0:5");
        GoOn(new HalvingJudge(_folder["a"], Mse), "1:1 2:2 3:3");
        Assert.True(new HalvingJudge(_folder["a"], Mse).At(0, 2, double.NaN).GoesOn);
        Assert.Equal(5, Assert.Single(new RungStore(_folder["a"]).Of(0)).Value);
    }

    [Fact]
    public void A_process_that_dies_between_the_record_and_its_end_is_stopped_when_it_comes_again()
    {
        GoOn(new HalvingJudge(_folder["a"], Mse), "0:1 1:2 2:3");
        var again = new HalvingJudge(_folder["a"], Mse);
        Assert.Equal(2, again.StoppedAt(2));
        Assert.Null(again.StoppedAt(0));
        // Resumed from a checkpoint before the rung, or one behind it, with better luck.
        Assert.False(again.At(2, 2, 0).GoesOn);
        Assert.Equal(2, again.At(2, 6, 0).Epoch);
        Assert.Single(new RungStore(_folder["a"]).Of(2));
    }

    [Fact]
    public void Rungs_are_judged_apart()
    {
        var judge = new HalvingJudge(_folder["a"], Mse);
        GoOn(judge, "0:1 1:2");
        Assert.True(judge.At(1, 6, 9).GoesOn);
        Assert.Equal([2, 6], new RungStore(_folder["a"]).Of(1).Select(r => r.Epoch));
    }

    [Fact]
    public void Only_peers_are_compared()
    {
        GoOn(new HalvingJudge(_folder["a"], Mse), "0:1 1:2");
        var record = new HalvingJudge(_folder["a"], Mse, new HashSet<int> { 1, 2, 3 }).At(2, 2, 9);
        Assert.True(record.GoesOn);
        Assert.Equal([1], record.Compared.Select(v => v.Cell));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Repeated_from_its_record_a_sweep_decides_the_same_in_whatever_order(int seed)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, 12).Select(cell => (Cell: cell, Value: random.NextDouble())).ToArray();
        random.Shuffle(values);
        var first = new HalvingJudge(_folder["first"], Mse);
        var decided = Sweep(first, values);
        Assert.InRange(decided.Count(d => d.Value.EndsWith("on", StringComparison.Ordinal)), 1, 11);
        var others = values.Reverse().Select(v => (v.Cell, v.Value + (random.NextDouble() / 10))).ToArray();
        // The order matters where nothing is repeated.
        Assert.NotEqual(decided, Sweep(new HalvingJudge(_folder["alone"], Mse), others));
        Assert.Equal(decided, Sweep(new HalvingJudge(_folder["second"], Mse, repeatFrom: _folder["first"]), others));
        var (then, now) = (new RungStore(_folder["first"]).Of(0)[0], new RungStore(_folder["second"]).Of(0)[0]);
        Assert.Equal(then.Compared, now.Compared);
        Assert.NotEqual(then.Value, now.Value);
        Assert.Equal((false, true), (then.IsRepeated, now.IsRepeated));
        // What was copied can be repeated in turn.
        Assert.Equal(decided, Sweep(new HalvingJudge(_folder["third"], Mse, repeatFrom: _folder["second"]), values));
    }

    [Fact]
    public void What_was_not_decided_cannot_be_repeated()
    {
        GoOn(new HalvingJudge(_folder["first"], Mse), "0:1");
        var again = new HalvingJudge(_folder["second"], Mse, repeatFrom: _folder["first"]);
        Assert.True(again.At(0, 2, 1).GoesOn);
        var wrong = Assert.Throws<SweepException>(() => again.At(1, 2, 1));
        Assert.Equal(("UFS032", $"{_folder["first"]} has no decision about cell 1 at epoch 2 to repeat"), (wrong.Code, wrong.Message));
        Assert.Empty(new RungStore(_folder["second"]).Of(1));
    }

    [Fact]
    public void A_decision_by_another_metric_is_neither_obeyed_nor_repeated()
    {
        GoOn(new HalvingJudge(_folder["first"], Mse), "0:1");
        var psnr = Mse with { Metric = "validation.psnr" };
        Assert.Equal("UFS031", Assert.Throws<SweepException>(() => new HalvingJudge(_folder["first"], psnr).At(0, 2, 1)).Code);
        Assert.Equal("UFS031", Assert.Throws<SweepException>(() => new HalvingJudge(_folder["second"], psnr, repeatFrom: _folder["first"]).At(0, 2, 1)).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(12)]
    public void Where_there_is_no_rung_nothing_is_decided(int epoch) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HalvingJudge(_folder["a"], Mse).At(0, epoch, 1));

    [Fact]
    public void Cells_that_come_at_once_are_all_judged_and_recorded()
    {
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 16 }, cell => new HalvingJudge(_folder["a"], Mse).At(cell, 2, cell));
        var records = Enumerable.Range(0, 16).Select(cell => Assert.Single(new RungStore(_folder["a"]).Of(cell))).ToList();
        Assert.All(records, r => Assert.Equal(r.GoesOn, HalvingDecision.GoesOn(new RungValue(r.Cell, r.Value), r.Compared, MetricDirection.Lower, 3)));
        Assert.Contains(records, r => r.GoesOn);
    }

    // Every run comes to its rungs one after another, until it is stopped.
    private static Dictionary<int, string> Sweep(HalvingJudge judge, (int Cell, double Value)[] runs)
    {
        foreach (var epoch in new[] { 2, 6, 18 })
        {
            foreach (var (cell, value) in runs.Where(r => judge.StoppedAt(r.Cell) is null))
                judge.At(cell, epoch, value);
        }

        return runs.OrderBy(r => r.Cell).ToDictionary(r => r.Cell, r => judge.StoppedAt(r.Cell) is { } epoch ? $"stopped at {epoch}" : "on");
    }

    private static string GoOn(HalvingJudge judge, string arrivals) =>
        string.Join(' ', Parse(arrivals).Select(a => judge.At(a.Cell, 2, a.Value)).Where(r => r.GoesOn).Select(r => r.Cell).Order());

    private static List<(int Cell, double Value)> Parse(string arrivals) =>
        [.. arrivals.Split(' ').Select(a => a.Split(':')).Select(a => (int.Parse(a[0], System.Globalization.CultureInfo.InvariantCulture), double.Parse(a[1], System.Globalization.CultureInfo.InvariantCulture)))];
}
