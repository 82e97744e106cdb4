using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using Unfold.Deconet;
using Unfold.Engine.Native;
using Unfold.Engine.Networks;

namespace Unfold.Bench;

/// <summary>What truncated and recomputed gradients save and cost: the peak of a process for each, and the processor's time of steps in turns within one process, on one thread.</summary>
internal static class ProtocolCost
{
    private const double Mebibyte = 1024 * 1024;
    private const int Rounds = 3;

    private static readonly int[] Depths = [10, 40];

    private static readonly (string Name, ForwardPass Pass)[] Modes =
    [
        ("everything kept", ForwardPass.Plain),
        ("recompute square-root", new ForwardPass { Recompute = RecomputeRule.SquareRoot }),
        ("recompute every-layer", new ForwardPass { Recompute = RecomputeRule.EveryLayer }),
        ("gradientLayers 1", new ForwardPass { GradientLayers = 1 }),
    ];

    public static int Run()
    {
        NativeLibraries.Load();
        torch.set_num_threads(1);
        foreach (var layers in Depths)
        {
            var ratios = Ratios(layers);
            foreach (var (i, (name, _)) in Modes.Index())
            {
                var peak = FullGradientMemory.InChild("protocol-child", i.ToString(CultureInfo.InvariantCulture), layers.ToString(CultureInfo.InvariantCulture));
                Console.WriteLine(FormattableString.Invariant($"L = {layers,2}: {name,-22} peak {peak / Mebibyte,5:f0} MiB, time of a step {ratios[i]:f2}"));
            }
        }

        return 0;
    }

    public static int RunChild(string mode, int layers)
    {
        NativeLibraries.Load();
        using var step = Step(layers, Modes[int.Parse(mode, CultureInfo.InvariantCulture)].Pass);
        using var signals = StepSetting.Signals();
        using var noise = StepSetting.NoiseDraw();
        step.Run(signals, noise);
        step.Run(signals, noise);
        Console.WriteLine(Process.GetCurrentProcess().PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    // Medians over the rounds of the ratio to the first mode within a round.
    private static double[] Ratios(int layers)
    {
        using var signals = StepSetting.Signals();
        using var noise = StepSetting.NoiseDraw();
        using var process = Process.GetCurrentProcess();
        var steps = Modes.Select(mode => Step(layers, mode.Pass)).ToList();
        var rounds = new List<double[]>();
        for (var round = -1; round < Rounds; round++)
        {
            var times = steps.ConvertAll(step =>
            {
                var before = process.TotalProcessorTime;
                step.Run(signals, noise);
                process.Refresh();
                return (process.TotalProcessorTime - before).TotalSeconds;
            });
            if (round >= 0)
                rounds.Add([.. times.Select(time => time / times[0])]);
        }

        steps.ForEach(step => step.Dispose());
        return [.. Modes.Select((_, i) => rounds.Select(ratios => ratios[i]).Order().ElementAt(Rounds / 2))];
    }

    private static UnfoldStep Step(int layers, ForwardPass pass) => new(new DeconetOptions { Layers = layers, Redundancy = 10 }, pass);
}
