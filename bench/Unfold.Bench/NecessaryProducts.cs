using TorchSharp;

namespace Unfold.Bench;

/// <summary>The large products that the published step cannot do without, alone, each in its fastest layout: 2(L−1) forward and one backward.</summary>
internal sealed class NecessaryProducts : IDisposable
{
    private readonly torch.Tensor _analysis = StepSetting.Analysis();
    private readonly torch.Tensor _transposed;
    private readonly torch.Tensor _primal = StepSetting.Signals().t().contiguous();
    private readonly torch.Tensor _dual = torch.randn(StepSetting.Rows, StepSetting.Batch);

    public NecessaryProducts() => _transposed = _analysis.t();

    public void Run()
    {
        for (var k = 1; k < StepSetting.Layers; k++)
        {
            torch.mm(_analysis, _primal).Dispose();
            torch.mm(_transposed, _dual).Dispose();
        }

        using var primalTransposed = _primal.t();
        torch.mm(_dual, primalTransposed).Dispose();
    }

    public void Dispose()
    {
        _transposed.Dispose();
        _analysis.Dispose();
        _primal.Dispose();
        _dual.Dispose();
    }
}
