using System.Diagnostics;
using TorchSharp;
using TorchSharp.Modules;
using Unfold.Deconet;
using Unfold.Engine.Native;

namespace Unfold.Bench;

/// <summary>
/// The speed bars as ratios. All candidates run in turn within every round, so that a neighbour's load falls on each of them;
/// the figure is the median over the rounds of the ratio within a round.
/// </summary>
internal static class StepRatios
{
    private const int WarmUp = 5;
    private const int Rounds = 40;

    public static int Run()
    {
        NativeLibraries.Load();
        using var signals = StepSetting.Signals();
        using var noise = StepSetting.NoiseDraw();
        using var products = new NecessaryProducts();
        using var ours = new UnfoldStep(new DeconetOptions { AsPublished = true, Layers = StepSetting.Layers, Redundancy = 10 });
        using var matrix = StepSetting.Operator();
        using var analysis = new Parameter(StepSetting.Analysis());
        using var reference = new ReferenceStep(analysis, matrix.Dense);
        (string Name, Action Run)[] candidates =
        [
            ("necessary products", products.Run),
            ("our step", () => ours.Run(signals, noise)),
            ("of it: update of the parameters", ours.Update),
            ("the reference's operations", () => reference.Run(signals, noise)),
        ];
        var times = candidates.Select(_ => new List<double>()).ToArray();
        for (var round = -WarmUp; round < Rounds; round++)
        {
            for (var i = 0; i < candidates.Length; i++)
            {
                var clock = Stopwatch.StartNew();
                candidates[i].Run();
                if (round >= 0)
                    times[i].Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        Console.WriteLine(FormattableString.Invariant($"threads {torch.get_num_threads()}, rounds {Rounds}"));
        for (var i = 0; i < candidates.Length; i++)
            Console.WriteLine(FormattableString.Invariant($"{candidates[i].Name,-34} median {Median(times[i]),7:f1} ms"));
        Console.WriteLine(FormattableString.Invariant($"our step / necessary products:      {Ratio(times[1], times[0])}"));
        Console.WriteLine(FormattableString.Invariant($"the reference's operations / ours:  {Ratio(times[3], times[1])}"));
        return 0;
    }

    private static string Ratio(List<double> above, List<double> below)
    {
        var ratios = above.Zip(below, (a, b) => a / b).Order().ToList();
        return FormattableString.Invariant($"median {Median(ratios):f2}, quartiles {ratios[Rounds / 4]:f2} to {ratios[Rounds * 3 / 4]:f2}");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
