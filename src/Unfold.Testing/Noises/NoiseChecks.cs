using TorchSharp;

namespace Unfold.Testing;

/// <summary>The checks of noise, on measurements of a batch.</summary>
public static class NoiseChecks
{
    private const double SameLevel = 0.05;

    /// <summary>All of them.</summary>
    /// <param name="noise">The noise.</param>
    public static IEnumerable<CheckResult> All(INoise noise)
    {
        ArgumentNullException.ThrowIfNull(noise);
        yield return Disturbance.On("noisy measurements", isSigned => Disturbance.Shape("noisy measurements", noise.Add, isSigned));
        yield return Disturbance.On("clean measurements", isSigned => Disturbance.Inputs("clean measurements", noise.Add, isSigned));
        yield return Disturbance.On("same seed, same bits", isSigned => Disturbance.Repeatable("same seed, same bits", noise.Add, isSigned));
        yield return GuardedCheck.Run("fresh noise", () => Disturbance.Fresh("fresh noise", noise.Add));
        yield return GuardedCheck.Run("level of a zero signal", () => OfZero(noise));
        yield return Disturbance.On("leaks", isSigned => Disturbance.Leaks(noise.Add, isSigned));
        yield return Disturbance.On("level", isSigned => Level(noise, isSigned));
    }

    // What the engine asks before training.
    private static CheckResult OfZero(INoise noise)
    {
        using var generator = new torch.Generator(3, torch.CPU);
        var level = noise.Add(torch.zeros(1, 17), generator).Level.StandardDeviation;
        return new CheckResult("level of a zero signal", double.IsFinite(level) && level >= 0, FormattableString.Invariant($"σ = {level:g4}"));
    }

    private static CheckResult Level(INoise noise, bool isSigned)
    {
        using var generator = new torch.Generator(3, torch.CPU);
        var clean = Disturbance.Clean(200, 101, generator, isSigned);
        var noisy = noise.Add(clean, generator);
        var measured = (noisy.Y - clean).to(torch.float64).square().mean().sqrt().item<double>();
        var told = noisy.Level.StandardDeviation;
        var message = FormattableString.Invariant($"σ = {told:g4} is told, entries deviate by {measured:g4}");
        return Math.Abs(measured - told) <= SameLevel * Math.Max(told, 1e-12)
            ? new CheckResult("level", passed: true, message)
            : CheckResult.Skipped("level", $"{message}: what a reconstruction may know need not be all that there is") with { IsTold = true };
    }
}
