using TorchSharp;

namespace Unfold.StartEstimates;

/// <summary>The linear system of an iteration: x = (DᵀD + κAᵀA + βI)⁻¹ (…), inverted once in float64.</summary>
/// <param name="Inverse">The inverse, float32 [n, n], symmetric.</param>
/// <param name="Matrix">A, float32 [m, n].</param>
/// <param name="Weighted">κA, float32 [m, n].</param>
/// <param name="RangeWeight">β; 0 without a box.</param>
internal sealed record AdmmSystem(torch.Tensor Inverse, torch.Tensor Matrix, torch.Tensor Weighted, double RangeWeight)
{
    // κ‖A‖² = 32, four times ‖D‖², and β = 1: on MNIST at m/n = 0.25 and σ = 1e-4 the constraint then holds to 1e-5 ‖y‖ after 200 iterations.
    private const double DataWeight = 32;
    private const double BoxWeight = 1;

    private const double RelativeJitter = 1e-10;

    // Of ‖A‖: what A makes of a constant image of norm 1 counts as nothing below it.
    private const double Unseen = 1e-6;

    public static AdmmSystem Of(Problem problem, bool hasBox)
    {
        var (n, shape) = (problem.Shape.Length, problem.Shape);
        var matrix = OperatorMatrix.Of(problem);
        var norm = problem.Operator.Norm;
        var (dataWeight, rangeWeight) = (DataWeight / (norm * norm), hasBox ? BoxWeight : 0);
        var images = torch.eye(n, dtype: torch.float64).reshape(n, shape.Channels, shape.Height, shape.Width);
        var system = ImageGradient.Adjoint(ImageGradient.Apply(images)).reshape(n, n) + (torch.mm(matrix.t(), matrix) * dataWeight);
        if (!hasBox)
            system = system + UnseenConstants(matrix, shape, Unseen * norm);
        system.diagonal().add_(rangeWeight + (RelativeJitter * system.diagonal().mean().item<double>()));
        var inverse = torch.linalg.inv(system);
        return new AdmmSystem(
            ((inverse + inverse.t()) / 2).to(torch.float32).to(problem.Device),
            matrix.to(torch.float32).to(problem.Device),
            (matrix * dataWeight).to(torch.float32).to(problem.Device),
            rangeWeight);
    }

    /// <summary>
    /// The projection onto the images, constant in every channel, that A does not see: D does not either, so they are free, and with it in the system they are 0, as in
    /// the solution of least norm.
    /// </summary>
    /// <returns>[n, n]; 0 where A sees all of them.</returns>
    private static torch.Tensor UnseenConstants(torch.Tensor matrix, SignalShape shape, double bound)
    {
        var pixels = shape.Height * shape.Width;
        var constants = torch.eye(shape.Channels, dtype: torch.float64).repeat_interleave(pixels, dim: 1) / Math.Sqrt(pixels);
        var seen = torch.mm(constants, matrix.t());
        var (squares, directions) = torch.linalg.eigh(torch.mm(seen, seen.t()));
        var unseen = torch.mm((directions * (squares <= bound * bound).to(torch.float64)).t(), constants);
        return torch.mm(unseen.t(), unseen);
    }
}
