using TorchSharp;
using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Tests;

public sealed class GpuTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void A_run_on_a_gpu_gives_the_figures_of_the_cpu()
    {
        Skip.IfNot(torch.cuda.is_available(), "torch finds no CUDA device here; build with -p:TorchBackend=cuda, or point UNFOLD_LIBTORCH at a CUDA libtorch");
        var (gpu, cpu) = (Run("cuda"), Run("cpu"));
        Assert.Equal(cpu.Metrics[MetricNames.TestMse], gpu.Metrics[MetricNames.TestMse], 1e-3 * cpu.Metrics[MetricNames.TestMse]);
    }

    private RunResult Run(string device) => new TrainingRun("x", device, Specimen.Spec).Execute(new RunOptions { OutFolder = _folder.Path, Device = device, Force = true }, new Quiet()).Result;
}
