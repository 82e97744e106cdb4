using TorchSharp;
using TorchSharp.Modules;
using Unfold.Engine.Seeds;

namespace Unfold.Engine.Landscapes;

/// <summary>
/// The largest eigenvalues of the Hessian of a loss. A network may hold back a part of its gradient (duals that are constants, a
/// detached warm start), and nothing in its contract says so; double backward through it gives the Hessian of no loss. So derivatives are
/// first checked against values of the loss alone, which works for every network, and refused where they disagree.
/// </summary>
/// <param name="parameters">The parameters at θ*.</param>
/// <param name="objective">The loss, the same function each time.</param>
/// <param name="seed">Of the iteration's start.</param>
internal sealed class HessianStudy(IReadOnlyList<Parameter> parameters, Func<torch.Tensor> objective, long seed)
{
    /// <summary>Disagreement of a derivative with differences of the loss, relative to the larger, above which it is not the loss's.</summary>
    internal const double Allowed = 0.05;

    private readonly HessianProduct _hessian = new(parameters, objective);
    private readonly LineProbe _line = new(parameters, objective);
    private int _draws;

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public HessianSpectrum Largest(int count, CancellationToken cancellation)
    {
        using var scope = torch.NewDisposeScope();
        if (Gradient() is { } refused)
            return HessianSpectrum.Without(refused);
        using var found = new Lanczos(_hessian.Times, Draw).Largest(count, cancellation);
        var differences = found.Values.Zip(found.Vectors, (value, vector) => _line.Curvature(vector, value)).ToList();
        if (!found.Values.All(double.IsFinite))
            return HessianSpectrum.Without("no Hessian eigenvalues: second derivatives are not finite at the trained parameters");
        if (Disagrees(found.Values[0], differences[0]))
        {
            return HessianSpectrum.Without(FormattableString.Invariant(
                $"no Hessian eigenvalues: along the first vector double backward says {found.Values[0]:g3}, and second differences of the loss {differences[0]:g3}; the network holds back a part of its gradient, or has kinks there"));
        }

        var open = found.Residuals.Zip(found.Values, (r, v) => r > 0.01 * Math.Abs(v)).Count(isOpen => isOpen);
        return new HessianSpectrum(found.Values, differences, open == 0 ? [] : [FormattableString.Invariant($"{open} of {found.Values.Count} Hessian eigenvalues are known to less than 1 %")]);
    }

    // Along the gradient itself, where a part that is missing shows, and along a random direction.
    private string? Gradient()
    {
        var gradient = _hessian.Gradient();
        var norm = gradient.norm().to(torch.float64).item<double>();
        if (!double.IsFinite(norm))
            return "no Hessian eigenvalues: the gradient is not finite at the trained parameters";
        if (norm == 0)
            return "no Hessian eigenvalues: the loss has no gradient";
        var measured = _line.Slope(gradient / norm, norm);
        return Disagrees(norm, measured)
            ? FormattableString.Invariant($"no Hessian eigenvalues: along its gradient the loss changes by {measured:g3} a unit, and the gradient says {norm:g3}; the network holds back a part of its gradient, so double backward is not the loss's Hessian")
            : null;
    }

    private static bool Disagrees(double a, double b) => !(Math.Abs(a - b) <= Allowed * Math.Max(Math.Abs(a), Math.Abs(b)));

    private torch.Tensor Draw()
    {
        using var generator = new SeedStreams(seed).Generator(SeedPurpose.LandscapeEigenvalues, _draws++);
        var parameter = parameters[0];
        return torch.randn(parameters.Sum(p => p.numel()), dtype: torch.float64, generator: generator).to(parameter.dtype).to(parameter.device);
    }
}
