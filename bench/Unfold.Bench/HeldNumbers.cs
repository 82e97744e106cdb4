using System.Diagnostics;
using System.Runtime.InteropServices;
using TorchSharp;
using Unfold.Engine.Native;

namespace Unfold.Bench;

/// <summary>
/// How often a number such as that of <c>tensor * 2.5</c> is freed while libtorch reads it, beside threads that collect all the time; and what a small operation takes, alone. With
/// the marked TorchSharp.dll (eng/UnoptimizedMethods.cs) and, built with <c>-p:UnfoldMarksTorchSharp=false</c>, without.
/// </summary>
internal static class HeldNumbers
{
    private const int Collectors = 3;
    private const int Operations = 1_000_000;
    private const int AloneOperations = 200_000;

    private static readonly Func<torch.Tensor, torch.Tensor>[] Kinds =
    [
        x => x.square(), x => x * 2.5, x => 2.5 * x, x => x / 3, x => x + 1.5, x => (x - 30).clamp_min(0), x => x.add(x, alpha: 0.5), x => x.clamp(3, 20),
        x => x.gt(7).to(torch.float32), _ => torch.full([64], 2.5), x => x.clone().mul_(1.5), x => torch.nn.functional.softplus(x, 2, 15),
    ];

    public static int Run()
    {
        NativeLibraries.Load();
        torch.set_num_threads(1);
        Console.WriteLine($"TorchSharp's numbers: {NativeProbe.Inspect().Single(c => c.Name == "TorchSharp's numbers").Detail}");
        using var x = torch.arange(64, dtype: torch.float32);
        var expected = Kinds.Select(kind => Result(kind, x)).ToList();
        var clock = Stopwatch.StartNew();
        Count(x, expected, AloneOperations);
        Console.WriteLine(FormattableString.Invariant($"alone: {clock.Elapsed.TotalMicroseconds / AloneOperations:f2} µs an operation with its scope"));

        using var stop = new CancellationTokenSource();
        var threads = Enumerable.Range(0, Collectors).Select(_ => new Thread(() => Collect(stop.Token))).ToList();
        threads.ForEach(thread => thread.Start());
        var (threw, wrong) = Count(x, expected, Operations);
        stop.Cancel();
        threads.ForEach(thread => thread.Join());
        Console.WriteLine(FormattableString.Invariant($"beside {Collectors} threads that collect: {Operations} operations of {Kinds.Length} kinds, {threw} threw, {wrong} gave something else"));
        return 0;
    }

    private static (int Threw, int Wrong) Count(torch.Tensor x, List<float[]> expected, int operations)
    {
        var (threw, wrong) = (0, 0);
        for (var i = 0; i < operations; i++)
        {
            try
            {
                if (!Result(Kinds[i % Kinds.Length], x).AsSpan().SequenceEqual(expected[i % Kinds.Length]))
                    wrong++;
            }
            catch (ExternalException)
            {
                threw++;
            }
        }

        return (threw, wrong);
    }

    private static float[] Result(Func<torch.Tensor, torch.Tensor> kind, torch.Tensor x)
    {
        using var scope = torch.NewDisposeScope();
        return kind(x).data<float>().ToArray();
    }

    private static void Collect(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            for (var i = 0; i < 2000; i++)
                GC.KeepAlive(new byte[1000]);
            GC.Collect(0);
        }
    }
}
