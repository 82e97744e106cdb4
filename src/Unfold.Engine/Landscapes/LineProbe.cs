using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Landscapes;

/// <summary>The loss along a line through θ*, by values alone: what derivatives are checked against. It moves the parameters, and puts them back.</summary>
/// <param name="parameters">The parameters at θ*.</param>
/// <param name="objective">The loss at their present values.</param>
internal sealed class LineProbe(IReadOnlyList<Parameter> parameters, Func<torch.Tensor> objective)
{
    // Steps by the change of the loss: enough to stand above its rounding, little enough for the parabola to hold.
    private const double WantedChange = 2e-4;

    /// <summary>(L(θ + hv) − L(θ − hv)) / 2h for a unit vector [n].</summary>
    /// <param name="vector">v.</param>
    /// <param name="expected">What it should be, to choose h.</param>
    public double Slope(torch.Tensor vector, double expected)
    {
        var step = Bounded(WantedChange * Math.Abs(At(vector, 0)) / Math.Abs(expected));
        return (At(vector, step) - At(vector, -step)) / (2 * step);
    }

    /// <summary>(L(θ + hv) − 2L(θ) + L(θ − hv)) / h² for a unit vector [n].</summary>
    /// <param name="vector">v.</param>
    /// <param name="expected">What it should be, to choose h.</param>
    public double Curvature(torch.Tensor vector, double expected)
    {
        var centre = At(vector, 0);
        var step = Bounded(Math.Sqrt(2 * WantedChange * Math.Abs(centre) / Math.Abs(expected)));
        return (At(vector, step) - (2 * centre) + At(vector, -step)) / (step * step);
    }

    private double Bounded(double step)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var size = Math.Sqrt(parameters.Sum(p => p.to(torch.float64).square().sum().item<double>()));
        // A parameter of zeros has no size of its own.
        var largest = 0.1 * (size > 0 ? size : 1);
        return double.IsFinite(step) ? Math.Clamp(step, 1e-6 * largest, largest) : largest;
    }

    private double At(torch.Tensor vector, double step)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var centre = parameters.Select(p => p.clone()).ToList();
        try
        {
            long at = 0;
            foreach (var parameter in parameters)
            {
                parameter.add_(vector.narrow(0, at, parameter.numel()).reshape(parameter.shape) * step);
                at += parameter.numel();
            }

            return objective().to(torch.float64).item<double>();
        }
        finally
        {
            for (var i = 0; i < centre.Count; i++)
                parameters[i].copy_(centre[i]);
        }
    }
}
