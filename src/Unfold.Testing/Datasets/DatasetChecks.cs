using TorchSharp;
using Unfold.Engine.Data;

namespace Unfold.Testing;

/// <summary>The checks of a dataset. Where its files are missing or damaged, it says so (<c>UFD…</c>) and they are skipped.</summary>
public static class DatasetChecks
{
    // A pixel of a byte, divided by 255 in float32.
    private const double Rounding = 1e-5;

    /// <summary>All of them; the signals are loaded three times.</summary>
    /// <param name="dataset">The dataset.</param>
    public static IEnumerable<CheckResult> All(IDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        SignalSet? signals = null;
        var loaded = GuardedCheck.Run("loads", () =>
        {
            signals = Kept(Load(dataset));
            return new CheckResult("loads", passed: true, $"{signals.Train.shape[0]} training and {signals.Test.shape[0]} test signals");
        });
        yield return loaded;
        if (signals is null)
            yield break;
        using (signals)
        {
            yield return GuardedCheck.Run("signals", () => Signals(signals));
            yield return GuardedCheck.Run("pixel range", () => Range(signals));
            yield return GuardedCheck.Run("provenance", () => Provenance(signals));
            // What is loaded again for one check is counted for another: large data sets take their time.
            var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
            yield return GuardedCheck.Run("same seed, same bits", () => Repeatable(dataset, signals));
            yield return GuardedCheck.Run("data seed", () => Seeded(dataset, signals));
            var left = DisposeScopeManager.Statistics.ThreadTotalLiveCount - before;
            yield return CheckResult.AtMost("leaks", left, 0, "tensors left behind when it was loaded twice more and disposed:");
        }
    }

    /// <summary>Splits are float32 [count, n] on the CPU with n the length of the shape, at least one signal in each but validation, and finite.</summary>
    public static CheckResult Signals(SignalSet signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        var wrong = Splits(signals).Select(s => Wrong(s.Name, s.Signals, signals.Shape.Length)).FirstOrDefault(w => w is not null);
        return new CheckResult("signals", wrong is null, wrong ?? $"float32 [count, {signals.Shape.Length}], finite");
    }

    /// <summary>Every pixel lies within the scale's minimum and maximum, and the scale divides by something positive.</summary>
    public static CheckResult Range(SignalSet signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        var scale = signals.Scale;
        if (!(scale.StandardDeviation > 0) || !(scale.Minimum < scale.Maximum))
            return new CheckResult("pixel range", passed: false, $"{scale}: the standard deviation must be positive, and the minimum below the maximum");
        using var scope = torch.NewDisposeScope();
        foreach (var (name, split) in Splits(signals).Where(s => s.Signals.numel() > 0))
        {
            var (low, high) = (split.min().item<float>(), split.max().item<float>());
            if (low < scale.Minimum - Rounding || high > scale.Maximum + Rounding)
                return new CheckResult("pixel range", passed: false, FormattableString.Invariant($"the {name} signals are in [{low:g4}, {high:g4}], and the scale says [{scale.Minimum:g4}, {scale.Maximum:g4}]"));
        }

        return new CheckResult("pixel range", passed: true, FormattableString.Invariant($"within [{scale.Minimum:g4}, {scale.Maximum:g4}]"));
    }

    /// <summary>There are a licence and the SHA-256 of the content.</summary>
    public static CheckResult Provenance(SignalSet signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        if (string.IsNullOrWhiteSpace(signals.Licence))
            return new CheckResult("provenance", passed: false, "no licence");
        var isHash = signals.ContentSha256 is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower);
        return new CheckResult("provenance", isHash, isHash ? $"{signals.Licence}; {signals.ContentSha256[..12]}…" : $"'{signals.ContentSha256}' is no SHA-256 in lower-case hex");
    }

    private static CheckResult Repeatable(IDataset dataset, SignalSet first)
    {
        CheckResult? result = null;
        var isOwn = DefaultGenerator.IsLeftAlone(() =>
        {
            using var second = Load(dataset);
            var differs = Splits(first).Zip(Splits(second)).Where(p => !TensorBits.AreEqual(p.First.Signals, p.Second.Signals)).Select(p => $"other {p.First.Name} signals")
                .Concat(first.ContentSha256 == second.ContentSha256 ? Array.Empty<string>() : ["another content hash"])
                .ToList();
            result = new CheckResult("same seed, same bits", differs.Count == 0, differs.Count == 0 ? "loaded twice: the same signals and content hash" : $"loaded twice with one seed: {string.Join(", ", differs)}");
        });
        return result!.Failed || isOwn ? result : result with { Outcome = CheckOutcome.Failed, Message = "draws from torch's default generator, or seeds it: the seed of the context is the only source" };
    }

    private static CheckResult Seeded(IDataset dataset, SignalSet first)
    {
        using var other = Load(dataset, seed: 9);
        return TensorBits.AreEqual(first.Train, other.Train)
            ? CheckResult.Told("data seed", "another seed, the same training signals")
            : new CheckResult("data seed", passed: true, "another seed, other training signals");
    }

    // It outlives the check that loads it.
    private static SignalSet Kept(SignalSet signals)
    {
        foreach (var (_, split) in Splits(signals))
            split.DetachFromDisposeScope();
        return signals;
    }

    private static SignalSet Load(IDataset dataset, ulong seed = 3)
    {
        using var noGradient = torch.no_grad();
        return dataset.Load(new DatasetContext(DataFolders.Resolve(), seed));
    }

    private static IEnumerable<(string Name, torch.Tensor Signals)> Splits(SignalSet signals)
    {
        yield return ("training", signals.Train);
        yield return ("test", signals.Test);
        if (signals.Validation is not null)
            yield return ("validation", signals.Validation);
    }

    private static string? Wrong(string name, torch.Tensor split, int length)
    {
        if (split.dtype != torch.float32 || split.device_type != DeviceType.CPU || split.shape is not [var count, var entries] || entries != length)
            return $"the {name} signals are {split.dtype} {TensorBits.Shape(split)} on {split.device_type}, expected float32 [count, {length}] on the CPU";
        if (count == 0 && name != "validation")
            return $"there are no {name} signals";
        return count == 0 || TensorBits.IsFinite(split) ? null : $"the {name} signals have entries that are not finite";
    }
}
