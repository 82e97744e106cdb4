using System.Diagnostics;
using System.Globalization;
using Unfold.Deconet;
using Unfold.Engine.Native;

namespace Unfold.Bench;

/// <summary>Peak memory of a full-gradient step against its layers: a process for each depth, the slope in units of one layer's state.</summary>
internal static class FullGradientMemory
{
    private const double Mebibyte = 1024 * 1024;

    private static readonly int[] Depths = [5, 10, 20, 40];

    public static int Run()
    {
        var peaks = Depths.Select(l => (Layers: l, Peak: Measure(l))).ToList();
        foreach (var (layers, peak) in peaks)
            Console.WriteLine(FormattableString.Invariant($"L = {layers,2}: peak {peak / Mebibyte,7:f0} MiB"));
        var slope = (peaks[^1].Peak - peaks[0].Peak) / (peaks[^1].Layers - peaks[0].Layers);
        // u and z of both dual blocks, and x.
        var state = 4.0 * StepSetting.Batch * ((2 * StepSetting.Rows) + (2 * StepSetting.M) + StepSetting.N);
        Console.WriteLine(FormattableString.Invariant(
            $"per layer {slope / Mebibyte:f2} MiB; one layer's state {state / Mebibyte:f2} MiB; ratio {slope / state:f2}"));
        return 0;
    }

    public static int RunChild(int layers)
    {
        NativeLibraries.Load();
        using var step = new UnfoldStep(new DeconetOptions { Layers = layers, Redundancy = 10 });
        using var signals = StepSetting.Signals();
        using var noise = StepSetting.NoiseDraw();
        step.Run(signals, noise);
        step.Run(signals, noise);
        Console.WriteLine(Process.GetCurrentProcess().PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static double Measure(int layers) => InChild("memory-child", layers.ToString(CultureInfo.InvariantCulture));

    /// <summary>The number that this program writes when it is started with other arguments: a peak of a process of its own.</summary>
    public static double InChild(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(FullGradientMemory).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (!Path.GetFileNameWithoutExtension(start.FileName).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
            start.ArgumentList.RemoveAt(0);
        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
