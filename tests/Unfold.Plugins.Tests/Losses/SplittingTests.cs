using TorchSharp;
using Unfold.Losses;
using Unfold.Testing;

namespace Unfold.Plugins.Tests.Losses;

public sealed class SplittingTests : IDisposable
{
    private const int Measured = 10;
    private const int Length = 16;

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly torch.Generator _generator = new(6, torch.CPU);
    private readonly DenseOperator _operator;

    public SplittingTests() => _operator = new DenseOperator(torch.randn(Measured, Length, generator: _generator));

    public void Dispose()
    {
        _operator.Dispose();
        _generator.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_network_sees_some_rows_and_the_loss_is_of_the_others(bool isMatrixFree)
    {
        var estimate = torch.randn(3, Length, generator: _generator);
        var bench = Bench(isMatrixFree ? new MatrixFree(_operator) : _operator, _ => estimate);
        var y = torch.randn(3, Measured, generator: _generator);
        var loss = new Splitting(new SplittingOptions { HeldOut = 0.3 }).Evaluate(bench.Context(y)).item<float>();

        var asked = Assert.Single(bench.Asked);
        var kept = Enumerable.Range(0, Measured).Where(row => Contains(asked.Y, y, row)).ToArray();
        var heldOut = Enumerable.Range(0, Measured).Except(kept).ToArray();
        Assert.Equal((7, 7, 3), (asked.Operator.MeasurementCount, kept.Length, heldOut.Length));
        var misfit = (_operator.Apply(estimate) - y).square();
        Assert.Equal(heldOut.Average(row => misfit[torch.TensorIndex.Colon, row].mean().item<float>()), loss, 1e-5);
        // The operator is of the rows that are left, in their order.
        Assert.True(torch.allclose(asked.Operator.Apply(estimate).sort(1).Values, _operator.Apply(estimate).index_select(1, torch.tensor(kept)).sort(1).Values, atol: 1e-5));
    }

    [Fact]
    public void Nothing_of_what_is_held_out_reaches_the_network()
    {
        var bench = Bench(_operator, o => o.Operator.Adjoint(o.Y));
        var y = torch.ones(1, Measured);
        new Splitting(new SplittingOptions { HeldOut = 0.5 }).Evaluate(bench.Context(y));
        var asked = Assert.Single(bench.Asked);
        Assert.Equal(Measured / 2, asked.Original!.Y.sum().item<float>());
        // A part that knows the whole operator alone finds the same there as the others in their rows.
        Assert.True(torch.allclose(asked.Operator.Adjoint(asked.Y), asked.Original.Operator.Adjoint(asked.Original.Y), atol: 1e-5));
    }

    [Fact]
    public void Every_batch_is_split_anew_and_never_all_on_one_side()
    {
        var bench = Bench(_operator, o => torch.zeros(1, Length));
        foreach (var share in new[] { 0.001, 0.999 })
        {
            for (var i = 0; i < 30; i++)
                new Splitting(new SplittingOptions { HeldOut = share }).Evaluate(bench.Context(torch.arange(Measured, dtype: torch.float32).reshape(1, -1)));
        }

        Assert.All(bench.Asked.Take(30), asked => Assert.Equal(Measured - 1, asked.Operator.MeasurementCount));
        Assert.All(bench.Asked.Skip(30), asked => Assert.Equal(1, asked.Operator.MeasurementCount));
        Assert.True(bench.Asked.Skip(30).Select(asked => asked.Y.item<float>()).Distinct().Count() > 5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Some_rows_are_an_operator(bool isMatrixFree)
    {
        MeasurementOperator whole = isMatrixFree ? new MatrixFree(_operator) : _operator;
        using var rows = new RowSubset(whole, torch.tensor(new long[] { 7, 0, 3 }));
        Assert.All([OperatorChecks.Adjointness(rows, _generator), OperatorChecks.DenseAgrees(rows)], check => Assert.True(check.Passed, check.Message));
        Assert.True(torch.linalg.svdvals(_operator.Dense.index_select(0, torch.tensor(new long[] { 7, 0, 3 })))[0].item<float>() <= rows.Norm);
    }

    [Fact]
    public void One_measurement_cannot_be_split()
    {
        using var single = new DenseOperator(torch.ones(1, Length));
        Assert.Equal("UFP135", Assert.Throws<UnfoldException>(() => new Splitting(new SplittingOptions()).Evaluate(Bench(single, o => torch.zeros(1, Length)).Context(torch.ones(1, 1)))).Code);
    }

    private static bool Contains(torch.Tensor part, torch.Tensor y, int row) => (part == y[torch.TensorIndex.Colon, row].unsqueeze(1)).all(0).any().item<bool>();

    private static LossBench Bench(MeasurementOperator measured, Func<Observation, torch.Tensor> network) => new(new SignalShape(1, 4, 4), measured, 0.1, network);
}
