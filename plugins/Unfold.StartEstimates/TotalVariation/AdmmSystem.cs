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

    // Solvable also where A sees no constant image, which D does not see either.
    private const double RelativeJitter = 1e-10;

    public static AdmmSystem Of(Problem problem, bool hasBox)
    {
        var (n, shape) = (problem.Shape.Length, problem.Shape);
        var matrix = OperatorMatrix.Of(problem);
        var norm = problem.Operator.Norm;
        var (dataWeight, rangeWeight) = (DataWeight / (norm * norm), hasBox ? BoxWeight : 0);
        var images = torch.eye(n, dtype: torch.float64).reshape(n, shape.Channels, shape.Height, shape.Width);
        var system = ImageGradient.Adjoint(ImageGradient.Apply(images)).reshape(n, n) + (torch.mm(matrix.t(), matrix) * dataWeight);
        system.diagonal().add_(rangeWeight + (RelativeJitter * system.diagonal().mean().item<double>()));
        var inverse = torch.linalg.inv(system);
        return new AdmmSystem(
            ((inverse + inverse.t()) / 2).to(torch.float32).to(problem.Device),
            matrix.to(torch.float32).to(problem.Device),
            (matrix * dataWeight).to(torch.float32).to(problem.Device),
            rangeWeight);
    }
}
