using TorchSharp;

namespace Unfold.Equilibrium;

/// <summary>Solves z = f(z) for every row by itself, by plain or Anderson-accelerated iteration.</summary>
/// <param name="MaxIterations">The most evaluations of f.</param>
/// <param name="Tolerance">The end: ‖f(z) − z‖ ≤ tolerance ‖f(z)‖ in all rows.</param>
/// <param name="Memory">Earlier iterates that acceleration looks at; 0 for none.</param>
/// <param name="Damping">β.</param>
internal sealed record FixedPointSolver(int MaxIterations, double Tolerance, int Memory, double Damping)
{
    // How often the rows are asked whether all are there: the answer has to come from the device.
    private const int CheckEvery = 4;

    /// <param name="map">f; what it returns belongs to the scope that it is called in.</param>
    /// <param name="start">The first z, [batch, d].</param>
    /// <param name="stopped">Told where iterations end at the most there may be: in how many rows they ended too soon. Costs one number from the device.</param>
    /// <returns>f(z) of the last z, [batch, d].</returns>
    public torch.Tensor Solve(Func<torch.Tensor, torch.Tensor> map, torch.Tensor start, Action<long>? stopped = null)
    {
        using var scope = torch.NewDisposeScope();
        var mixing = new AndersonMixing(Memory, Damping);
        var point = start.alias();
        for (var i = 1; ; i++)
        {
            using var iteration = torch.NewDisposeScope();
            var image = map(point);
            if (i == MaxIterations)
                stopped?.Invoke(Near(point, image).logical_not().sum().item<long>());
            if (i == MaxIterations || (i % CheckEvery == 0 && Near(point, image).all().item<bool>()))
                return image.MoveToOuterDisposeScope().MoveToOuterDisposeScope();
            point = mixing.Next(point, image).MoveToOuterDisposeScope();
        }
    }

    private torch.Tensor Near(torch.Tensor point, torch.Tensor image) =>
        (image - point).square().sum(1) <= image.square().sum(1) * (Tolerance * Tolerance);
}
