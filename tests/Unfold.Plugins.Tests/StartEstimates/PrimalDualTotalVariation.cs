using TorchSharp;

namespace Unfold.Plugins.Tests.StartEstimates;

/// <summary>
/// min TV(x) subject to ‖y − Ax‖₂ ≤ ε and low ≤ x ≤ high by the primal-dual method of Chambolle and Pock (2011), for one small grey image in
/// float64, with D written down as a matrix: another algorithm than the network's, and no code in common.
/// </summary>
internal sealed class PrimalDualTotalVariation(torch.Tensor matrix, torch.Tensor y, double epsilon, int height, int width, bool isotropic)
{
    private readonly torch.Tensor _differences = Differences(height, width);

    /// <param name="low">Lower bound of pixels; negative infinity for none.</param>
    /// <param name="high">Upper bound.</param>
    /// <param name="iterations">Iterations.</param>
    /// <returns>x, [n].</returns>
    public torch.Tensor Solve(double low, double high, int iterations)
    {
        var stacked = torch.cat([_differences, matrix]);
        var step = 0.99 / torch.linalg.matrix_norm(stacked, 2).item<double>();
        var rows = _differences.shape[0];
        var x = torch.zeros(height * width, dtype: torch.float64);
        var (ahead, dual) = (x, torch.zeros(stacked.shape[0], dtype: torch.float64));
        for (var i = 0; i < iterations; i++)
        {
            using var scope = torch.NewDisposeScope();
            var moved = dual + (torch.mv(stacked, ahead) * step);
            dual = torch.cat([Field(moved.narrow(0, 0, rows)), Ball(moved.narrow(0, rows, y.shape[0]), step)]).MoveToOuterDisposeScope();
            var next = (x - (torch.mv(stacked.t(), dual) * step)).clamp(low, high);
            (ahead, x) = (((next * 2) - x).MoveToOuterDisposeScope(), next.MoveToOuterDisposeScope());
        }

        return x;
    }

    public double Objective(torch.Tensor x)
    {
        var field = torch.mv(_differences, x).reshape(2, -1);
        return (isotropic ? field.square().sum(dim: 0).sqrt().sum() : field.abs().sum()).item<double>();
    }

    /// <summary>Onto the unit ball of the dual norm.</summary>
    private torch.Tensor Field(torch.Tensor dual)
    {
        var field = dual.reshape(2, -1);
        return (isotropic ? field / field.square().sum(dim: 0, keepdim: true).sqrt().clamp_min(1) : field.clamp(-1, 1)).reshape(-1);
    }

    /// <summary>By Moreau: what is left of the point after the projection of point/step onto the ball around y.</summary>
    private torch.Tensor Ball(torch.Tensor dual, double step)
    {
        var away = (dual / step) - y;
        return dual - ((y + (away * (epsilon / away.norm()).clamp_max(1))) * step);
    }

    private static torch.Tensor Differences(int height, int width)
    {
        var n = height * width;
        var matrix = new double[2, n, n];
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var pixel = (row * width) + column;
                if (row + 1 < height)
                    (matrix[0, pixel, pixel], matrix[0, pixel, pixel + width]) = (-1, 1);
                if (column + 1 < width)
                    (matrix[1, pixel, pixel], matrix[1, pixel, pixel + 1]) = (-1, 1);
            }
        }

        return torch.tensor(matrix).reshape(2 * n, n);
    }
}
