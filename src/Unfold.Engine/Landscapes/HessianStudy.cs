using TorchSharp;
using TorchSharp.Modules;
using Unfold.Engine.Seeds;

namespace Unfold.Engine.Landscapes;

/// <summary>
/// The largest eigenvalues of the Hessian of a loss. A network may hold back a part of its gradient (duals that are constants, a
/// detached warm start), and then double backward through it gives the Hessian of no loss. So derivatives are checked against values of the
/// loss alone, which works for every network: where they disagree they are refused, or, of components that promise the full gradient
/// (<see cref="IFullyDifferentiable{T}"/>), given with a note. There only kinks are left to explain it: the Hessian is that of the point.
/// </summary>
/// <param name="parameters">The parameters at θ*.</param>
/// <param name="objective">The loss, the same function each time.</param>
/// <param name="seed">Of the iteration's start.</param>
/// <param name="isWhole">Whether the gradient is known to be all of it.</param>
internal sealed class HessianStudy(IReadOnlyList<Parameter> parameters, Func<torch.Tensor> objective, long seed, bool isWhole = false)
{
    // Of the gradient, that may seem to be missing: differences in float32 over kinks are exact to a few per cent.
    private const double AllowedMissing = 0.1;

    // Kinks (clips) bend the loss between two points of a difference, and a Hessian knows nothing of them: beyond the first it is said, beyond the second refused.
    private const double Remarkable = 0.05;
    private const double Refused = 0.5;

    private readonly HessianProduct _hessian = new(parameters, objective);
    private readonly LineProbe _line = new(parameters, objective);
    private int _draws;

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public HessianSpectrum Largest(int count, CancellationToken cancellation)
    {
        using var scope = torch.NewDisposeScope();
        var gradient = _hessian.Gradient();
        var norm = gradient.norm().to(torch.float64).item<double>();
        if (!(norm > 0 && double.IsFinite(norm)))
            return HessianSpectrum.Without($"no Hessian eigenvalues: the gradient at the trained parameters is {(norm == 0 ? "zero" : "not finite")}");
        var missing = new GradientCheck(_line, Draw).Missing(gradient);
        using var found = new Lanczos(_hessian.Times, Draw).Largest(count, cancellation);
        if (!found.Values.All(double.IsFinite))
            return HessianSpectrum.Without("no Hessian eigenvalues: second derivatives are not finite at the trained parameters");
        var differences = found.Values.Zip(found.Vectors, (value, vector) => _line.Curvature(vector, value)).ToList();
        List<string> notes = [];
        if (!(missing <= AllowedMissing) && isWhole)
            notes.Add(FormattableString.Invariant($"Hessian eigenvalues are those at the point: clips change {100 * missing:f0} % of the gradient within the step of a difference of the loss ({Bound(differences)})"));
        else if (!(missing <= AllowedMissing))
        {
            return new HessianSpectrum([], differences, [FormattableString.Invariant(
                $"no Hessian eigenvalues: by differences of the loss {100 * missing:f0} % of its gradient are missing; the network holds back a part, so double backward is not the loss's Hessian ({Bound(differences)})")]);
        }

        var (value, difference) = (found.Values[0], differences[0]);
        var distance = Math.Abs(value - difference) / Math.Max(Math.Abs(value), Math.Abs(difference));
        if (!(distance <= Refused) && !isWhole)
        {
            return new HessianSpectrum([], differences, [FormattableString.Invariant(
                $"no Hessian eigenvalues: along the first vector double backward says {value:g3}, and second differences of the loss {difference:g3}: it is not the loss's Hessian, or kinks outweigh it ({Bound(differences)})")]);
        }

        if (distance > Remarkable)
            notes.Add(FormattableString.Invariant($"the largest Hessian eigenvalue is {value:g3}, and second differences of the loss along its vector give {difference:g3}: kinks, or steps that the network holds constant"));
        if (found.Residuals.Zip(found.Values, (r, v) => r > 0.01 * Math.Abs(v)).Count(isOpen => isOpen) is > 0 and var open)
            notes.Add(FormattableString.Invariant($"{open} of {found.Values.Count} Hessian eigenvalues are known to less than 1 %"));
        return new HessianSpectrum(found.Values, differences, notes);
    }

    // A curvature along some direction is at most the largest.
    private static string Bound(IEnumerable<double> differences) =>
        FormattableString.Invariant($"measured by the loss alone, its largest curvature is at least {differences.Max():g3}");

    private torch.Tensor Draw()
    {
        using var generator = new SeedStreams(seed).Generator(SeedPurpose.LandscapeEigenvalues, _draws++);
        var parameter = parameters[0];
        return torch.randn(parameters.Sum(p => p.numel()), dtype: torch.float64, generator: generator).to(parameter.dtype).to(parameter.device);
    }
}
