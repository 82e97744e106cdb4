using BenchmarkDotNet.Attributes;
using TorchSharp;
using TorchSharp.Modules;
using Unfold.Deconet;
using Unfold.Engine.Native;

namespace Unfold.Bench;

/// <summary>The published DECONET training step against its necessary products and against the reference's operations, in one process.</summary>
[InProcess]
[MemoryDiagnoser]
[WarmupCount(3)]
[IterationCount(15)]
[InvocationCount(1)]
public class DeconetStepBenchmark : IDisposable
{
    private torch.Tensor? _signals;
    private torch.Tensor? _noise;
    private NecessaryProducts? _products;
    private UnfoldStep? _unfold;
    private ReferenceStep? _reference;
    private DenseOperator? _operator;
    private Parameter? _analysis;

    [GlobalSetup]
    public void Setup()
    {
        NativeLibraries.Load();
        _signals = StepSetting.Signals();
        _noise = StepSetting.NoiseDraw();
        _products = new NecessaryProducts();
        _unfold = new UnfoldStep(new DeconetOptions { AsPublished = true, Layers = StepSetting.Layers, Redundancy = 10 });
        _operator = StepSetting.Operator();
        _analysis = new Parameter(StepSetting.Analysis());
        _reference = new ReferenceStep(_analysis, _operator.Dense);
    }

    [Benchmark(Baseline = true, Description = "necessary products alone")]
    public void Products() => _products!.Run();

    [Benchmark(Description = "our step")]
    public float Ours() => _unfold!.Run(_signals!, _noise!);

    [Benchmark(Description = "the reference's operations")]
    public float Reference() => _reference!.Run(_signals!, _noise!);

    [GlobalCleanup]
    public void Dispose()
    {
        _products?.Dispose();
        _unfold?.Dispose();
        _reference?.Dispose();
        _operator?.Dispose();
        _analysis?.Dispose();
        _signals?.Dispose();
        _noise?.Dispose();
        GC.SuppressFinalize(this);
    }
}
