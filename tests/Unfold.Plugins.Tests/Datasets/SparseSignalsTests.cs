using System.ComponentModel.DataAnnotations;
using TorchSharp;
using Unfold.Datasets;

namespace Unfold.Plugins.Tests.Datasets;

public sealed class SparseSignalsTests
{
    private static readonly SparseSignalsOptions Small = new() { Length = 200, Train = 1000, Validation = 50, Test = 300 };

    // 200,000 entries: the share's standard deviation is 0.0007, that of the variance of the 20,000 others 0.01.
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.35)]
    public void An_entry_is_normal_with_the_given_probability_and_zero_otherwise(double probability)
    {
        using var signals = Load(Small with { Probability = probability });
        var entries = signals.Train.data<float>().ToArray();
        var kept = entries.Where(e => e != 0).Select(e => (double)e).ToList();
        Assert.Equal(probability, (double)kept.Count / entries.Length, 0.005);
        Assert.Equal(0, kept.Average(), 0.03);
        Assert.Equal(1, kept.Average(e => e * e), 0.05);
        // Of a normal distribution; 1.8 if it were uniform.
        Assert.Equal(3, kept.Average(e => e * e * e * e), 0.3);
    }

    [Fact]
    public void Splits_have_their_counts_and_share_no_signal()
    {
        using var signals = Load(Small);
        Assert.Equal([1000, 200], signals.Train.shape);
        Assert.Equal([50, 200], signals.Validation!.shape);
        Assert.Equal([300, 200], signals.Test.shape);
        Assert.Equal(new SignalShape(1, 1, 200), signals.Shape);
        var rows = new[] { signals.Train, signals.Validation, signals.Test }.SelectMany(Rows).ToList();
        Assert.Equal(rows.Count, rows.Distinct().Count());
    }

    [Fact]
    public void Signals_depend_on_the_seed_alone_and_one_splits_count_changes_no_other_split()
    {
        using var first = Load(Small);
        using var again = Load(Small);
        using var longer = Load(Small with { Train = 1500, Validation = 70 });
        using var other = Load(Small, seed: 2);
        Assert.Equal(Rows(first.Train), Rows(again.Train));
        Assert.Equal(first.ContentSha256, again.ContentSha256);
        Assert.Equal(Rows(first.Test), Rows(longer.Test));
        Assert.NotEqual(first.ContentSha256, other.ContentSha256);
        Assert.NotEqual(Rows(first.Train), Rows(other.Train));
    }

    // Torch's generator on the CPU takes the low half of a seed alone.
    [Fact]
    public void Seeds_that_differ_in_their_high_bits_alone_give_other_signals()
    {
        using var first = Load(Small, seed: 1);
        using var other = Load(Small, seed: 1 | (1UL << 40));
        Assert.NotEqual(Rows(first.Train), Rows(other.Train));
    }

    [Fact]
    public void Fresh_signals_are_those_of_the_generator()
    {
        using var signals = Load(Small with { Fresh = true });
        List<string> Draw(ulong seed)
        {
            using var generator = new torch.Generator(seed, torch.CPU);
            using var drawn = signals.Redraw!(generator);
            Assert.Equal(signals.Train.shape, drawn.shape);
            return Rows(drawn);
        }

        Assert.Equal(Draw(5), Draw(5));
        Assert.Empty(Draw(5).Intersect(Draw(6)));
        Assert.Empty(Draw(5).Intersect(Rows(signals.Train)));
        Assert.Null(Load(Small).Redraw);
    }

    [Fact]
    public void They_have_no_range_and_networks_see_them_as_they_are()
    {
        using var signals = Load(Small);
        Assert.False(signals.Scale.IsBounded);
        Assert.Equal((0, 1), (signals.Scale.Mean, signals.Scale.StandardDeviation));
    }

    [Fact]
    public void More_than_one_array_can_hold_is_refused_before_it_is_drawn()
    {
        var options = new SparseSignalsOptions { Length = 1_000_000, Train = 10_000 };
        Assert.Equal(nameof(SparseSignalsOptions.Length), Assert.Single(options.Validate(new ValidationContext(options))).MemberNames.Single());
        Assert.Empty(Small.Validate(new ValidationContext(Small)));
    }

    private static SignalSet Load(SparseSignalsOptions options, ulong seed = 1) => new SparseSignals(options).Load(new DatasetContext([], seed));

    private static List<string> Rows(torch.Tensor signals) =>
        [.. signals.data<float>().ToArray().Chunk((int)signals.shape[1]).Select(row => string.Join(",", row))];
}
