using TorchSharp;

namespace Unfold.AdmmDad;

/// <summary>AᵀA as a matrix.</summary>
internal static class OperatorGram
{
    /// <param name="measured">A.</param>
    /// <param name="like">Gives device and, where A has no matrix, the number type.</param>
    /// <returns>[n, n].</returns>
    public static torch.Tensor Of(MeasurementOperator measured, torch.Tensor like)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var gram = measured.Dense is { } matrix
            ? torch.mm(matrix.t(), matrix)
            : measured.Adjoint(measured.Apply(torch.eye(measured.SignalLength, dtype: like.dtype, device: like.device)));
        return gram.MoveToOuterDisposeScope();
    }
}
