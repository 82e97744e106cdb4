using TorchSharp;

namespace Unfold.Engine.Landscapes;

/// <summary>
/// How much of the loss's gradient automatic differentiation leaves out, by values of the loss alone: along the gradient that it gives,
/// and along random directions, on which a missing part shows by its size whatever way it points. Kinks do not disturb first differences.
/// </summary>
/// <param name="line">The loss along lines.</param>
/// <param name="draw">A random vector [n], another one each time.</param>
internal sealed class GradientCheck(LineProbe line, Func<torch.Tensor> draw)
{
    private const int Directions = 8;

    /// <summary>An estimate of ‖∇L − g‖ / ‖∇L‖; 0 for the loss's own gradient.</summary>
    /// <param name="gradient">g, [n], not zero.</param>
    public double Missing(torch.Tensor gradient)
    {
        using var scope = torch.NewDisposeScope();
        var norm = gradient.norm().to(torch.float64).item<double>();
        var along = line.Slope(gradient / norm, norm);
        double missing = 0, whole = 0;
        for (var i = 0; i < Directions; i++)
        {
            var direction = draw();
            direction = direction / direction.norm();
            var expected = (gradient * direction).sum(torch.float64).item<double>();
            var measured = line.Slope(direction, norm / Math.Sqrt(gradient.numel()));
            missing += (measured - expected) * (measured - expected);
            whole += measured * measured;
        }

        return Math.Max(Math.Abs(along - norm) / Math.Max(Math.Abs(along), norm), Math.Sqrt(missing / whole));
    }
}
