using System.Diagnostics;
using TorchSharp;
using Unfold.Deconet;
using Unfold.Engine.Native;
using Unfold.Engine.Safetensors;

namespace Unfold.Bench;

/// <summary>
/// What a checkpoint of the published MNIST training costs, in turns with its steps: network, both moments of Adam and the best parameters so far, hashed, written, flushed to disk and renamed.
/// </summary>
internal static class CheckpointCost
{
    private const int Rounds = 20;
    private const int Copies = 4;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public static int Run()
    {
        NativeLibraries.Load();
        var folder = Directory.CreateTempSubdirectory("unfold-bench-").FullName;
        using var signals = StepSetting.Signals();
        using var noise = StepSetting.NoiseDraw();
        using var step = new UnfoldStep(new DeconetOptions { AsPublished = true, Layers = StepSetting.Layers, Redundancy = 10 });
        using var analysis = StepSetting.Analysis();
        var tensors = Enumerable.Range(0, Copies).Select(i => KeyValuePair.Create($"part{i}", analysis)).ToList();
        var (writes, steps) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            steps.Add(Time(() => step.Run(signals, noise)));
            writes.Add(Time(() => SafetensorsWriter.Write(Path.Combine(folder, "last.safetensors"), tensors, new Dictionary<string, string>(), Path.Combine(folder, "last-1.safetensors"))));
        }

        var bytes = new FileInfo(Path.Combine(folder, "last.safetensors")).Length;
        Directory.Delete(folder, recursive: true);
        var (write, largest) = (Median(writes), writes.Max());
        Console.WriteLine(FormattableString.Invariant($"threads {torch.get_num_threads()}, rounds {Rounds}, {bytes / 1024.0 / 1024.0:f0} MiB"));
        Console.WriteLine(FormattableString.Invariant($"step        median {Median(steps),7:f0} ms"));
        Console.WriteLine(FormattableString.Invariant($"checkpoint  median {write,7:f0} ms, largest {largest:f0} ms"));
        Console.WriteLine(FormattableString.Invariant($"of the time at one in {Interval.TotalMinutes} minutes: {write / Interval.TotalMilliseconds:p2}, largest {largest / Interval.TotalMilliseconds:p2}"));
        return 0;
    }

    private static double Time(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
