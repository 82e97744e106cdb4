using TorchSharp;

namespace Unfold.Modl;

/// <summary>Solves (AᵀA + λI)x = b for every row of a batch by conjugate gradients (Hestenes and Stiefel 1952).</summary>
/// <param name="Iterations">The most iterations.</param>
/// <param name="Tolerance">Rows whose residual is within this part of ‖b‖ stand still.</param>
internal sealed record ConjugateGradient(int Iterations, double Tolerance)
{
    // How often the rows are asked whether all stand still: the answer has to come from the device.
    private const int CheckEvery = 5;

    /// <param name="measured">A.</param>
    /// <param name="right">b, [batch, n].</param>
    /// <param name="regularization">λ, scalar tensor.</param>
    /// <param name="start">The first x, [batch, n].</param>
    /// <returns>x, [batch, n], differentiable through the iterations where gradients are on.</returns>
    public torch.Tensor Solve(MeasurementOperator measured, torch.Tensor right, torch.Tensor regularization, torch.Tensor start)
    {
        using var scope = torch.NewDisposeScope();
        var x = start;
        var residual = right - Normal(x);
        var direction = residual;
        var energy = Energy(residual);
        var bound = Energy(right.detach()) * (Tolerance * Tolerance);
        for (var i = 0; i < Iterations; i++)
        {
            using var iteration = torch.NewDisposeScope();
            var moves = energy > bound;
            if (i % CheckEvery == 0 && !moves.any().item<bool>())
                break;
            var image = Normal(direction);
            var step = Quotient(energy, (direction * image).sum(1, keepdim: true), moves);
            var (lastX, lastResidual, lastDirection, lastEnergy) = (x, residual, direction, energy);
            x = lastX + (lastDirection * step);
            residual = lastResidual - (image * step);
            energy = Energy(residual);
            direction = residual + (lastDirection * Quotient(energy, lastEnergy, moves));
            iteration.MoveToOuter(x, residual, direction, energy);
        }

        // The start itself is the caller's, where nothing was left to do.
        return (ReferenceEquals(x, start) ? x.alias() : x).MoveToOuterDisposeScope();

        torch.Tensor Normal(torch.Tensor signals) => measured.Adjoint(measured.Apply(signals)) + (signals * regularization);
    }

    private static torch.Tensor Energy(torch.Tensor rows) => rows.square().sum(1, keepdim: true);

    /// <summary>0 for rows that stand still, whose own quotient may be 0/0: nothing of it may reach a gradient either.</summary>
    private static torch.Tensor Quotient(torch.Tensor numerator, torch.Tensor denominator, torch.Tensor moves)
    {
        var safe = torch.where(moves, denominator, torch.ones_like(denominator));
        return torch.where(moves, numerator / safe, torch.zeros_like(denominator));
    }
}
