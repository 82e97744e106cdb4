using TorchSharp;

namespace Unfold.Testing;

/// <summary>Automatic gradients against central differences along directions: two evaluations for each tensor, however large it is.</summary>
public static class DirectionalGradientCheck
{
    // Entries that are zero at the start are moved by as much as those of this size.
    private const double SmallestScale = 1e-2;

    /// <summary>
    /// Checks the gradient of each tensor by itself, along a direction of random signs, so that a small tensor whose gradient is missing does not hide behind a
    /// large one. Kinks are met with the probability of the step.
    /// </summary>
    /// <param name="function">A scalar function of the variables, differentiable; called again and again.</param>
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
        double worst = 0;
        var where = "";
        foreach (var (name, value) in variables)
        {
            using var inner = torch.NewDisposeScope();
            var error = Error(function, value, level, generator, step);
            if (error > worst || where.Length == 0)
                (worst, where) = (error, name);
        }

        return CheckResult.AtMost("gradient", worst, tolerance, $"relative difference from central differences, largest for '{where}' of {variables.Count} tensors:");
    }

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

    private static double Error(Func<torch.Tensor> function, torch.Tensor value, double level, torch.Generator generator, double step)
    {
        using var noGradient = torch.no_grad();
        var gradient = (value.grad ?? torch.zeros_like(value)).to(torch.float64);
        var direction = torch.randint(0, 2, value.shape, dtype: torch.float64, generator: generator) * 2 - 1;
        // A copy, in float64 too: the tensor itself is moved.
        var wide = value.to(torch.float64).clone();
        var size = Math.Max(wide.square().mean().sqrt().item<double>(), SmallestScale) * step;
        var before = value.clone();
        double At(double shift)
        {
            value.copy_(wide + (direction * shift));
            return function().to(torch.float64).item<double>();
        }

        var slope = (At(size) - At(-size)) / (2 * size);
        value.copy_(before);
        var along = (gradient * direction).sum().item<double>();
        // Below this a slope is rounding: that of the value over the step, with room for a hundred operations.
        var rounding = Math.Abs(level) * (value.dtype == torch.float64 ? 1e-14 : 1e-5) / size;
        var scale = Math.Max(Math.Max(gradient.norm().item<double>(), Math.Abs(slope)), rounding * 10);
        var error = Math.Max(Math.Abs(slope - along) - rounding, 0) / Math.Max(scale, 1e-300);
        return double.IsNaN(error) ? double.PositiveInfinity : error;
    }
}
