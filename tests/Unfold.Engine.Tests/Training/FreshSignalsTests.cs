using TorchSharp;
using Unfold.Datasets;
using Unfold.Engine.Problems;
using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>Data sets that draw other training signals for every epoch.</summary>
public sealed class FreshSignalsTests : IDisposable
{
    private static readonly SparseSignalsOptions Sparse = new() { Length = 40, Train = 50, Validation = 20, Test = 20 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        HookedSignals.Loading = null;
        _folder.Dispose();
    }

    [Fact]
    public void Every_epoch_is_drawn_once_from_a_stream_of_its_own_and_the_same_again_in_another_run()
    {
        var (first, again) = (Draws(epochs: 3), Draws(epochs: 3));
        Assert.Equal(3, first.Distinct().Count());
        Assert.Equal(first, again);
        // An epoch's stream depends on no epoch before it.
        Assert.Equal(first[..2], Draws(epochs: 2));
    }

    [Fact]
    public void Training_sees_them_and_figures_on_training_signals_are_of_the_first_draw()
    {
        var (fixedRun, fresh) = (Run(new SparseSignals(Sparse)), Run(new SparseSignals(Sparse with { Fresh = true })));
        Assert.NotEqual(fixedRun.Result.ParametersSha256, fresh.Result.ParametersSha256);
        Assert.Equal(fresh.Result.ParametersSha256, Run(new SparseSignals(Sparse with { Fresh = true })).Result.ParametersSha256);
        Assert.Contains("first draw", fresh.Result.Conventions["train"], StringComparison.Ordinal);
        Assert.DoesNotContain("train", fixedRun.Result.Conventions.Keys);
        using var still = ProblemSetup.Prepare(Spec(new SparseSignals(Sparse)), torch.CPU);
        using var drawn = ProblemSetup.Prepare(Spec(new SparseSignals(Sparse with { Fresh = true })), torch.CPU);
        Assert.Equal(still.Train.data<float>().ToArray(), drawn.Train.data<float>().ToArray());
    }

    [Fact]
    public void They_are_normalised_and_no_more_than_the_training_signals()
    {
        HookedSignals.Loading = signals => signals with { Scale = new PixelScale(0, 1, 0.5, 0.25), Redraw = _ => torch.ones(100, 256) };
        using var prepared = ProblemSetup.Prepare(Spec(new HookedSignals(new HookedSignalsOptions())), torch.CPU);
        using var generator = new torch.Generator(1, torch.CPU);
        using var drawn = prepared.Redraw!(generator);
        Assert.Equal(prepared.Train.shape, drawn.shape);
        Assert.All(drawn.data<float>().ToArray(), value => Assert.Equal(2, value));
    }

    [Theory]
    [InlineData(10, 256)]
    [InlineData(60, 255)]
    public void Too_few_and_others_are_refused(int count, int length)
    {
        HookedSignals.Loading = signals => signals with { Redraw = _ => torch.zeros(count, length) };
        Assert.Equal("UFD010", Assert.Throws<UnfoldException>(() => Run(new HookedSignals(new HookedSignalsOptions()))).Code);
    }

    private List<double> Draws(int epochs)
    {
        var drawn = new List<double>();
        HookedSignals.Loading = signals => signals with
        {
            Redraw = generator =>
            {
                var other = torch.rand(60, 256, generator: generator);
                drawn.Add(other.sum().item<float>());
                return other;
            },
        };
        Run(new HookedSignals(new HookedSignalsOptions()), epochs);
        return drawn;
    }

    private RunOutcome Run(IDataset dataset, int epochs = 2) =>
        new TrainingRun("x", "v", Spec(dataset, epochs)).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet());

    private static TrainingSpec Spec(IDataset dataset, int epochs = 2) => Specimen.Spec with
    {
        Dataset = dataset,
        Training = Specimen.Training with { Epochs = epochs },
    };
}
