using TorchSharp;
using TorchSharp.Modules;
using Unfold.Engine.Optimizers;
using Unfold.Engine.Seeds;

namespace Unfold.Engine.Tests;

/// <summary>The search on functions whose best point is known; every step is seeded, as the engine seeds it.</summary>
public sealed class RandomSearchTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void It_finds_the_best_point_of_ranges_of_either_scale()
    {
        var (small, plain) = (Of(0.5f), Of(-1f, 0.5f));
        using var update = new RandomSearch(new RandomSearchOptions()).Build([small, plain], [new ParameterRange(1e-6, 1, logarithmic: true), new ParameterRange(-2, 2)]);
        Search(update, 60, () => (small.log() - Math.Log(1e-4)).square().sum() + (plain - 1.25).square().sum());
        Assert.InRange(small.item<float>(), 0.9e-4, 1.1e-4);
        Assert.All(plain.data<float>().ToArray(), value => Assert.Equal(1.25, value, 0.03));
    }

    [Fact]
    public void No_candidate_leaves_its_range_and_the_first_ones_reach_all_of_it()
    {
        var (bounded, logarithmic) = (Of(0.1f), Of(0.1f));
        var seen = new List<(float Bounded, float Logarithmic)>();
        using var update = new RandomSearch(new RandomSearchOptions { Candidates = 200, Spread = 2 })
            .Build([bounded, logarithmic], [new ParameterRange(-1, 3), new ParameterRange(1e-4, 1, logarithmic: true)]);
        Search(update, 3, () =>
        {
            seen.Add((bounded.item<float>(), logarithmic.item<float>()));
            return bounded.sum();
        });
        Assert.All(seen, at => Assert.True(at is { Bounded: >= -1 and <= 3, Logarithmic: >= 0.9999e-4f and <= 1 }));
        var first = seen.Take(201).ToList();
        // Uniform: a fifth of the candidates within a fifth of the range, by logarithm where the range is.
        Assert.InRange(first.Count(at => at.Bounded > 2.2), 25, 60);
        Assert.InRange(first.Count(at => at.Bounded < -0.2), 25, 60);
        Assert.InRange(first.Count(at => at.Logarithmic < 1e-3), 30, 70);
        Assert.InRange(first.Count(at => at.Logarithmic > 1e-1), 30, 70);
    }

    [Fact]
    public void The_learning_rate_is_the_width_of_the_search_and_shrinks()
    {
        var parameter = Of(0f);
        var seen = new List<double>();
        using var update = new RandomSearch(new RandomSearchOptions { Candidates = 400, Shrink = 0.5, SmallestSpread = 0.01 }).Build([parameter], [new ParameterRange(-50, 50)]);
        // The present value, evaluated first, is always the best: candidates stay around zero.
        var calls = 0;
        Search(update, 6, () =>
        {
            if (calls++ % 401 != 0)
                seen.Add(parameter.item<float>());
            return parameter.abs().sum();
        }, rate: 0.08, best: () => parameter.zero_());
        var deviations = seen.Chunk(400).Select(chunk => Math.Sqrt(chunk.Average(value => value * value))).ToList();
        Assert.All(deviations.Skip(1).Zip([8.0, 4, 2, 1, 1]), pair => Assert.InRange(pair.First / pair.Second, 0.85, 1.15));
    }

    [Fact]
    public void Without_a_range_it_searches_by_the_size_of_the_values()
    {
        var parameter = Of(200f, -200f);
        using var update = new RandomSearch(new RandomSearchOptions { Candidates = 100, Shrink = 0.9 }).Build([parameter]);
        Search(update, 60, () => (parameter - 150).square().sum());
        Assert.All(parameter.data<float>().ToArray(), value => Assert.Equal(150, value, 2f));
    }

    [Fact]
    public void A_loss_that_is_no_number_never_wins_and_what_is_returned_is_the_loss_before()
    {
        var parameter = Of(1f);
        using var update = new RandomSearch(new RandomSearchOptions()).Build([parameter], [new ParameterRange(-1, 1)]);
        var losses = Search(update, 20, () => parameter.sqrt().sum());
        Assert.Equal(1, losses[0], 1e-6);
        Assert.True(losses.Zip(losses.Skip(1)).All(pair => pair.Second <= pair.First));
        Assert.InRange(parameter.item<float>(), 0, 0.01f);
    }

    [Fact]
    public void A_step_that_fails_leaves_the_parameters_as_they_were()
    {
        var parameter = Of(0.5f);
        using var update = new RandomSearch(new RandomSearchOptions()).Build([parameter], [new ParameterRange(-1, 1)]);
        var calls = 0;
        Assert.Throws<OperationCanceledException>(() => Search(update, 1, () => ++calls < 5 ? parameter.sum() : throw new OperationCanceledException()));
        Assert.Equal(0.5f, parameter.item<float>());
    }

    [Fact]
    public void It_goes_on_from_its_saved_state_bit_for_bit()
    {
        torch.Tensor Loss(Parameter p) => (p - 0.3).square().sum();
        var (whole, halves) = (Of(1f), Of(1f));
        var search = new RandomSearch(new RandomSearchOptions());
        ParameterRange?[] ranges = [new ParameterRange(-1, 1)];
        using var update = search.Build([whole], ranges);
        Search(update, 6, () => Loss(whole));
        using var first = search.Build([halves], ranges);
        Search(first, 3, () => Loss(halves));
        using var second = search.Build([halves], ranges);
        second.Load(first.Save());
        Search(second, 3, () => Loss(halves), from: 3);
        Assert.Equal(whole.item<float>(), halves.item<float>());
        Assert.Throws<FormatException>(() => second.Load(new Dictionary<string, torch.Tensor> { ["0.step"] = torch.tensor(3) }));
    }

    private static Parameter Of(params float[] values) => new(torch.tensor(values));

    /// <returns>The losses that the steps returned.</returns>
    private static List<double> Search(ParameterUpdate update, int steps, Func<torch.Tensor> loss, double rate = 0.2, int from = 0, Action? best = null)
    {
        var losses = new List<double>();
        for (var step = from; step < from + steps; step++)
        {
            using var scope = torch.NewDisposeScope();
            TorchSeed.Set((ulong)(step + 1));
            losses.Add(update.Step(
                () =>
                {
                    Assert.False(torch.is_grad_enabled());
                    return loss();
                },
                rate).item<float>());
            using var constant = torch.no_grad();
            best?.Invoke();
        }

        return losses;
    }
}
