using TorchSharp;
using Unfold.Deconet;
using Unfold.Engine.Landscapes;
using Unfold.Engine.Runs;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Tests;

public sealed class LandscapeStudyTests : IDisposable
{
    private static readonly LandscapeOptions Small = new() { Points = 3, Batch = 16, Eigenvalues = 0 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_centre_is_the_run_and_the_network_is_as_before_bit_by_bit()
    {
        using var run = Open(Specimen.Spec);
        var landscape = Take(run, Small with { Eigenvalues = 1 }).Landscape;
        Assert.Equal(run.Result.ParametersSha256, ParametersHash.Of(run.Runner.Network));
        Assert.Equal(run.Result.Metrics[MetricNames.TestMse], Values(landscape, "test", "mse")[1][1], 1e-7);
        Assert.Equal(run.Result.Metrics[MetricNames.TestLoss], Values(landscape, "test", "train")[1][1], 1e-6);
        Assert.NotEqual(Values(landscape, "batch", "train")[1][1], Values(landscape, "batch", "train")[0][2]);
        Assert.False(System.IO.File.Exists(Path.Combine(run.Folder, RunFiles.LandscapeRows)));
        Assert.All(run.Runner.Network.parameters(), p => Assert.True(p.requires_grad && p.grad is null));
    }

    [Fact]
    public void The_same_seed_gives_the_same_grid_and_another_one_another()
    {
        using var run = Open(Specimen.Spec);
        var (one, again, other) = (File(run, Small), File(run, Small with { Force = true }), File(run, Small with { Seed = 1 }));
        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void A_second_identical_request_computes_nothing()
    {
        using var run = Open(Specimen.Spec);
        var first = Take(run, Small);
        var second = new LandscapeStudy(run, Small).Take(_ => throw new InvalidOperationException("computed"));
        Assert.False(first.WasThere);
        Assert.True(second.WasThere);
        Assert.Equal(ResultsJson.Line(first.Landscape), ResultsJson.Line(second.Landscape));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_interrupted_landscape_goes_on_where_it_stopped_and_ends_with_the_same_bytes(int dimensions)
    {
        var options = Small with { Dimensions = dimensions };
        using var run = Open(Specimen.Spec);
        var whole = File(run, options with { Force = true });
        System.IO.File.Delete(Path.Combine(run.Folder, RunFiles.Landscape));

        using var cancellation = new CancellationTokenSource();
        var stopAt = dimensions == 1 ? 2 : 5;
        Assert.ThrowsAny<OperationCanceledException>(() => new LandscapeStudy(run, options).Take(p => { if (p.Points == stopAt) cancellation.Cancel(); }, cancellation.Token));
        Assert.Equal(run.Result.ParametersSha256, ParametersHash.Of(run.Runner.Network));
        Assert.False(System.IO.File.Exists(Path.Combine(run.Folder, RunFiles.Landscape)));

        var points = new List<int>();
        new LandscapeStudy(run, options).Take(p => points.Add(p.Points));
        Assert.Equal(dimensions == 1 ? [3] : [4, 5, 6, 7, 8, 9], points);
        Assert.Equal(whole, System.IO.File.ReadAllText(Path.Combine(run.Folder, RunFiles.Landscape)));
    }

    [Fact]
    public void Rows_of_another_request_are_not_taken_up()
    {
        using var run = Open(Specimen.Spec);
        using var cancellation = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => new LandscapeStudy(run, Small with { Seed = 5 }).Take(p => { if (p.Points == 5) cancellation.Cancel(); }, cancellation.Token));
        var points = new List<int>();
        new LandscapeStudy(run, Small).Take(p => points.Add(p.Points));
        Assert.Equal(9, points.Count);
    }

    [Fact]
    public void After_an_error_in_the_middle_the_network_is_as_before()
    {
        using var run = Open(Specimen.Spec);
        Assert.Throws<InvalidOperationException>(() => new LandscapeStudy(run, Small).Take(p => throw new InvalidOperationException("in the middle")));
        Assert.Equal(run.Result.ParametersSha256, ParametersHash.Of(run.Runner.Network));
    }

    [Fact]
    public void Eigenvalues_are_added_to_a_grid_that_is_there()
    {
        using var run = Open(Specimen.Spec);
        Take(run, Small);
        var points = new List<LandscapeProgress>();
        new LandscapeStudy(run, Small with { Eigenvalues = 1 }).Take(points.Add);
        Assert.True(Assert.Single(points).IsEigenvalues);
    }

    [Fact]
    public void Eigenvalues_of_a_smooth_network_are_those_of_finite_differences()
    {
        // Linear in its one matrix: the Hessian is that of least squares, without kinks.
        using var run = Open(Specimen.Spec with { Architecture = new DropoutArchitecture(new DropoutOptions { Rate = 0.5 }) });
        var landscape = Take(run, Small with { Eigenvalues = 3 }).Landscape;
        Assert.Empty(landscape.Notes);
        Assert.Equal(3, landscape.HessianEigenvalues.Count);
        Assert.All(landscape.HessianEigenvalues.Zip(landscape.SecondDifferences), pair => Assert.Equal(pair.First, pair.Second, 0.05 * pair.First));
    }

    [Fact]
    public void What_training_held_back_of_the_gradient_is_in_the_hessian()
    {
        using var run = Open(Specimen.Spec with { Architecture = new Deconet.Deconet(new DeconetOptions { Layers = 4, Redundancy = 2, Gradient = GradientRule.LastLayer }) });
        var landscape = Take(run, Small with { Eigenvalues = 1 }).Landscape;
        var largest = Assert.Single(landscape.HessianEigenvalues);
        Assert.InRange(landscape.SecondDifferences[0] / largest, 0.8, 1.2);
        Assert.DoesNotContain(landscape.Notes, note => note.Contains("holds back", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sample_of_test_signals_is_recorded_as_one()
    {
        using var run = Open(Specimen.Spec);
        var landscape = Take(run, Small with { TestSignals = 5 }).Landscape;
        Assert.Equal((5, 16), (landscape.Request!.TestSignals, landscape.Request.Batch));
        Assert.NotEqual(run.Result.Metrics[MetricNames.TestMse], Values(landscape, "test", "mse")[1][1]);
    }

    [Fact]
    public void Impossible_requests_are_coded_errors()
    {
        using var run = Open(Specimen.Spec);
        LandscapeOptions[] wrong = [Small with { Points = 4 }, Small with { Points = 1 }, Small with { Radius = 0 }, Small with { Radius = double.NaN }, Small with { Dimensions = 3 }, Small with { Batch = 0 }, Small with { Eigenvalues = -1 }, Small with { TestSignals = 0 }];
        Assert.All(wrong, options => Assert.Equal("UFX040", Assert.Throws<UnfoldException>(() => Take(run, options)).Code));
        using var mean = Open(Specimen.Spec with { Architecture = new StartEstimates.Mean(new StartEstimates.NoOptions()) });
        Assert.Equal("UFX041", Assert.Throws<UnfoldException>(() => Take(mean, Small)).Code);
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        using var run = Open(Specimen.Spec);
        Take(run, Small with { Eigenvalues = 1, Force = true });
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Take(run, Small with { Eigenvalues = 1, Force = true });
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static LandscapeOutcome Take(FinishedRun run, LandscapeOptions options) => new LandscapeStudy(run, options).Take(_ => { });

    private static string File(FinishedRun run, LandscapeOptions options)
    {
        Take(run, options);
        return System.IO.File.ReadAllText(Path.Combine(run.Folder, RunFiles.Landscape));
    }

    private static IReadOnlyList<IReadOnlyList<double>> Values(LossLandscape landscape, string split, string loss) => landscape.Surfaces.Single(s => s.Split == split && s.Loss == loss).Values;

    private FinishedRun Open(TrainingSpec spec)
    {
        var outcome = new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path, Threads = 1 }, new Quiet());
        return FinishedRun.Open(outcome.Folder, spec);
    }
}
