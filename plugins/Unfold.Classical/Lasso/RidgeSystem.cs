using TorchSharp;

namespace Unfold.Classical;

/// <summary>
/// (AᵀA + ρI)⁻¹ through the smaller of two inverses, taken once in float64: that of ρI + AAᵀ, [m, m], where m &lt; n (Woodbury), else
/// that of AᵀA + ρI itself, [n, n].
/// </summary>
internal static class RidgeSystem
{
    /// <returns>The smaller inverse, in the operator's precision; it must be positive definite, as ρ &gt; 0 makes it.</returns>
    public static torch.Tensor Inverse(MeasurementOperator measured, double rho, torch.Device device)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var dtype = OperatorMatrix.TypeOf(measured);
        var gram = Gram(measured, dtype, device);
        gram.diagonal().add_(rho);
        return torch.linalg.inv(gram).to(dtype).to(device).MoveToOuterDisposeScope();
    }

    /// <summary>(AᵀA + ρI)⁻¹ v for every row of [batch, n].</summary>
    public static torch.Tensor Solve(MeasurementOperator measured, double rho, torch.Tensor inverse, torch.Tensor right) => IsWide(measured)
        ? (right - measured.Adjoint(torch.mm(measured.Apply(right), inverse))) / rho
        : torch.mm(right, inverse);

    private static bool IsWide(MeasurementOperator measured) => measured.MeasurementCount < measured.SignalLength;

    /// <summary>The smaller Gram matrix, float64 on the CPU: of the matrix where there is one, else of products with the identity.</summary>
    private static torch.Tensor Gram(MeasurementOperator measured, torch.ScalarType dtype, torch.Device device)
    {
        if (measured.Dense is { } dense)
        {
            var exact = dense.cpu().to(torch.float64);
            return IsWide(measured) ? torch.mm(exact, exact.t()) : torch.mm(exact.t(), exact);
        }

        var gram = IsWide(measured)
            ? measured.Apply(measured.Adjoint(torch.eye(measured.MeasurementCount, dtype: dtype, device: device)))
            : measured.Adjoint(measured.Apply(torch.eye(measured.SignalLength, dtype: dtype, device: device)));
        var symmetric = gram.cpu().to(torch.float64);
        return (symmetric + symmetric.t()) / 2;
    }
}
