using TorchSharp;

namespace Unfold.Testing;

/// <summary>Automatic gradients against central differences along directions: a few evaluations for each tensor, however large it is.</summary>
public static class DirectionalGradientCheck
{
    private const string Check = "gradient";

    // Entries that are zero at the start are moved by as much as those of this size.
    private const double SmallestScale = 1e-2;
    private const double SmallestSingleStep = 1e-4;
    private const int MostNames = 3;
    private const double LongerStep = 100;

    // So near to each other, a function of float32 differs by its rounding.
    private static readonly double[] Neighbours = [0.998, 0.999, 1, 1.001, 1.002];

    /// <summary>
    /// Checks the gradient of each tensor by itself, along a direction of random signs, so that a small tensor whose gradient is missing does not hide behind a
    /// large one. Kinks are met with the probability of the step. A tensor without a gradient fails wherever the function changes by more than rounding; where a
    /// slope is less than ten times its rounding along two directions, and no tensor fails, the check is skipped.
    /// </summary>
    /// <param name="function">A scalar function of the variables, differentiable; called again and again. One of float32 tensors sums in float64, or rounding hides much.</param>
    /// <param name="variables">Leaves that require a gradient, with their names. They are moved and put back.</param>
    /// <param name="generator">Draws the directions.</param>
    /// <param name="step">Half the difference between the evaluations, relative to the tensor's root mean square.</param>
    /// <param name="tolerance">Allowed difference of the slopes, relative to the larger of slope and gradient.</param>
    public static CheckResult Of(
        Func<torch.Tensor> function, IReadOnlyList<(string Name, torch.Tensor Value)> variables, torch.Generator generator, double step = 1e-6, double tolerance = 1e-4)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(variables);
        using var scope = torch.NewDisposeScope();
        var level = Differentiate(function, variables);
        var slopes = new List<TensorSlope>();
        foreach (var (name, value) in variables)
        {
            using var inner = torch.NewDisposeScope();
            var slope = Slope(function, name, value, level, generator, step);
            // Along another direction less may cancel.
            if (slope.IsTooSmall)
                slope = Slope(function, name, value, level, generator, step);
            // A longer step is above rounding in float64. It may meet kinks, too: it can confirm a gradient, and not refute one.
            if (slope.IsTooSmall && value.dtype == torch.float64 && Slope(function, name, value, level, generator, step * LongerStep) is { IsTooSmall: false } longer && longer.Error <= tolerance)
                slope = longer;
            slopes.Add(slope);
        }

        return Judge(slopes, tolerance);
    }

    private static CheckResult Judge(List<TensorSlope> slopes, double tolerance)
    {
        var missing = slopes.Where(s => s.IsMissing).ToList();
        if (missing.Count > 0)
            return new CheckResult(Check, passed: false, $"no gradient reaches {Names(missing)} of {slopes.Count} tensors, and the function changes with it: central differences are up to {FormattableString.Invariant($"{missing.Max(s => Math.Abs(s.Slope)):g3}")}");
        var untold = slopes.Where(s => s.IsTooSmall).ToList();
        var told = slopes.Except(untold).ToList();
        var worst = told.MaxBy(s => s.Error);
        var result = worst is null ? null : CheckResult.AtMost(Check, worst.Error, tolerance, $"relative difference from central differences, largest for '{worst.Name}' of {told.Count} tensors:")
            .OrMend(FormattableString.Invariant($"a slope of {worst.Slope:g4} (rounding {worst.Rounding:g2}), and {worst.Along:g4} by the gradient"));
        if (untold.Count == 0 || result is { Failed: true })
            return result ?? new CheckResult(Check, passed: true, "there is nothing to differentiate by");
        return CheckResult.Skipped(Check, $"too small to tell for {Names(untold)} of {slopes.Count} tensors: the slope is less than ten times its rounding{(result is null ? "" : $"; of the others, {result.Message}")}");
    }

    private static string Names(List<TensorSlope> slopes) =>
        string.Join(", ", slopes.Take(MostNames).Select(s => $"'{s.Name}'")) + (slopes.Count > MostNames ? $" and {slopes.Count - MostNames} more" : "");

    /// <summary>Fills the gradients. The function's value there.</summary>
    private static double Differentiate(Func<torch.Tensor> function, IReadOnlyList<(string Name, torch.Tensor Value)> variables)
    {
        foreach (var (_, value) in variables)
            value.grad = null;
        var at = function();
        if (at.numel() != 1)
            throw new ArgumentException($"A gradient is that of a scalar, and this is {TensorBits.Shape(at)}.", nameof(function));
        if (at.requires_grad)
            at.backward();
        return at.detach().to(torch.float64).item<double>();
    }

    private static TensorSlope Slope(Func<torch.Tensor> function, string name, torch.Tensor value, double level, torch.Generator generator, double step)
    {
        using var noGradient = torch.no_grad();
        var gradient = (value.grad ?? torch.zeros_like(value)).to(torch.float64);
        var direction = torch.randint(0, 2, value.shape, dtype: torch.float64, generator: generator) * 2 - 1;
        // A copy, in float64 too: the tensor itself is moved.
        var wide = value.to(torch.float64).clone();
        // Steps below the resolution of its own numbers would not move it.
        var size = Math.Max(wide.square().mean().sqrt().item<double>(), SmallestScale) * (value.dtype == torch.float64 ? step : Math.Max(step, SmallestSingleStep));
        var before = value.clone();
        double At(double shift)
        {
            value.copy_(wide + (direction * shift));
            return function().to(torch.float64).item<double>();
        }

        // Of float64, that of the value with room for a hundred operations; of float32 it is seen.
        var near = value.dtype == torch.float64 ? [] : Neighbours.Select(share => At(size * share)).ToList();
        var above = At(size);
        var moved = value.to(torch.float64).clone();
        var below = At(-size);
        // As far as it went: its own numbers may be coarse.
        moved = (moved - value.to(torch.float64)) / (2 * size);
        value.copy_(before);
        var rounding = Math.Max(near.Count == 0 ? 0 : near.Max() - near.Min(), Math.Abs(level) * 1e-14) / size;
        return new TensorSlope(name, (above - below) / (2 * size), (gradient * moved).sum().item<double>(), gradient.norm().item<double>(), rounding, above == below);
    }
}
