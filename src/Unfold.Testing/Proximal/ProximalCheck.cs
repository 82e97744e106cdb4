using TorchSharp;

namespace Unfold.Testing;

/// <summary>Checks of a proximal operator.</summary>
public static class ProximalCheck
{
    private const int MostEntries = 10;

    /// <summary>
    /// p = prox_f(w) minimises f(q) + ½‖q − w‖²: no q near it or far from it is better, in random directions, along single entries (256 at most), and along
    /// the lines to w and to zero. Necessary, not sufficient: for a handful of entries, <see cref="AgainstMinimiser"/> says more.
    /// </summary>
    /// <param name="function">f, from a tensor of the shape of <paramref name="point"/> to a scalar.</param>
    /// <param name="proximal">prox_f.</param>
    /// <param name="point">w.</param>
    /// <param name="generator">Draws the q.</param>
    /// <param name="tolerance">Allowed shortfall, relative to the objective at p.</param>
    public static CheckResult Optimality(
        Func<torch.Tensor, torch.Tensor> function, Func<torch.Tensor, torch.Tensor> proximal, torch.Tensor point, torch.Generator generator, double tolerance = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(proximal);
        ArgumentNullException.ThrowIfNull(point);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        double Objective(torch.Tensor q) => (function(q) + ((q - point).square().sum() / 2)).to(torch.float64).item<double>();
        var best = proximal(point);
        var reached = Objective(best);
        double shortfall = 0;
        foreach (var trial in TrialPoints.Of(best, point, generator))
        {
            using (trial)
                shortfall = Math.Max(shortfall, reached - Objective(trial));
        }

        return CheckResult.AtMost("proximal operator", shortfall / Math.Max(1e-12, Math.Abs(reached)), tolerance, "objective above that of another point by, relatively,");
    }

    /// <summary>p = prox_f(w) reaches what a brute-force search for the minimum of f(q) + ½‖q − w‖² reaches, from w, from zero and from p.</summary>
    /// <param name="function">f, from a tensor of the shape of <paramref name="point"/> to a scalar.</param>
    /// <param name="proximal">prox_f.</param>
    /// <param name="point">w, float64, of at most ten entries.</param>
    /// <param name="tolerance">Allowed shortfall, relative to the objective at p.</param>
    public static CheckResult AgainstMinimiser(
        Func<torch.Tensor, torch.Tensor> function, Func<torch.Tensor, torch.Tensor> proximal, torch.Tensor point, double tolerance = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(proximal);
        ArgumentNullException.ThrowIfNull(point);
        if (point.dtype != torch.float64 || point.numel() > MostEntries)
            throw new ArgumentException($"A search without derivatives takes a float64 point of at most {MostEntries} entries.", nameof(point));
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var best = proximal(point);
        var reached = Objective(best);
        var found = new[] { point, torch.zeros_like(point), best }.Min(start => SimplexSearch.Minimum(Value, start.reshape(-1).data<double>().ToArray()));
        return CheckResult.AtMost("proximal operator", (reached - found) / Math.Max(1e-12, Math.Abs(reached)), tolerance, "objective above the minimum found by search by, relatively,");

        double Value(double[] q)
        {
            using var inner = torch.NewDisposeScope();
            return Objective(torch.tensor(q).reshape(point.shape));
        }

        double Objective(torch.Tensor q) => (function(q) + ((q - point).square().sum() / 2)).to(torch.float64).item<double>();
    }
}
