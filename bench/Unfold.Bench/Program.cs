using BenchmarkDotNet.Running;
using Unfold.Bench;

if (args is ["memory-child", var layers])
    return FullGradientMemory.RunChild(int.Parse(layers, System.Globalization.CultureInfo.InvariantCulture));
if (args is ["memory"])
    return FullGradientMemory.Run();
if (args is ["protocol-child", var mode, var depth])
    return ProtocolCost.RunChild(mode, int.Parse(depth, System.Globalization.CultureInfo.InvariantCulture));
if (args is ["protocols"])
    return ProtocolCost.Run();
if (args is ["ratios"])
    return StepRatios.Run();
if (args is ["checkpoint"])
    return CheckpointCost.Run();
if (args is ["numbers"])
    return HeldNumbers.Run();
if (args is ["generator"])
    return GeneratorSpeed.Run();
if (args is ["dispatch", .. var size])
    return await DispatchCost.Run([.. size.Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))]);
if (args is ["sweeps", var cells])
    return SweepScale.Run(int.Parse(cells, System.Globalization.CultureInfo.InvariantCulture));
BenchmarkSwitcher.FromAssembly(typeof(DeconetStepBenchmark).Assembly).Run(args);
return 0;
