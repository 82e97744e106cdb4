using TorchSharp;

namespace Unfold.Testing;

/// <summary>Checks of a measurement operator.</summary>
public static class OperatorChecks
{
    /// <summary>
    /// ⟨Ax, y⟩ = ⟨x, Aᵀy⟩ for all pairs of random and structured x and y (unit vectors, constants, alternating signs, steps), relative to ‖A‖‖x‖‖y‖ with
    /// ‖A‖ the largest gain seen.
    /// </summary>
    public static CheckResult Adjointness(MeasurementOperator measurement, torch.Generator generator, double tolerance = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        return Adjointness("adjointness", measurement, generator, torch.float32, tolerance);
    }

    /// <summary>Signals in double precision are measured in double precision, with the adjoint that belongs to it.</summary>
    public static CheckResult DoublePrecision(MeasurementOperator measurement, torch.Generator generator, double tolerance = 1e-12)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        const string Check = "double precision";
        try
        {
            using var scope = torch.NewDisposeScope();
            var result = measurement.Apply(torch.zeros(1, measurement.SignalLength, dtype: torch.float64));
            if (result.dtype != torch.float64)
                return new CheckResult(Check, passed: false, $"measures float64 rows in {result.dtype}; checks need them in their own type: give the matrix as rows.dtype");
        }
        catch (Exception unfit) when (unfit is not (UnfoldException or OutOfMemoryException))
        {
            return new CheckResult(Check, passed: false, $"takes float32 alone, and {nameof(MeasurementOperator)} promises float64 for checks: give the matrix as rows.dtype ({GuardedCheck.Describe(unfit)})");
        }

        return Adjointness(Check, measurement, generator, torch.float64, tolerance);
    }

    /// <summary>The gradient of ⟨Ax, v⟩ with respect to x is Aᵀv, and that of ⟨Aᵀy, u⟩ with respect to y is Au: both maps are differentiable.</summary>
    public static CheckResult Gradient(MeasurementOperator measurement, torch.Generator generator, double tolerance = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        using var scope = torch.NewDisposeScope();
        using var withGradient = torch.enable_grad();
        const string Check = "gradient";
        var (n, m) = (measurement.SignalLength, measurement.MeasurementCount);
        var forward = Difference(measurement.Apply, measurement.Adjoint, n, m);
        var back = Difference(measurement.Adjoint, measurement.Apply, m, n);
        if (forward is null || back is null)
            return new CheckResult(Check, passed: false, $"what {(forward is null ? "Apply" : "Adjoint")} gives does not hang on what it was given: no gradient goes through it (detach, no_grad, or a copy by way of an array)");
        return CheckResult.AtMost(Check, Math.Max(forward.Value, back.Value), tolerance, "largest difference of the gradients of ⟨Ax, v⟩ and ⟨Aᵀy, u⟩ from Aᵀv and Au, relatively,");

        double? Difference(Func<torch.Tensor, torch.Tensor> map, Func<torch.Tensor, torch.Tensor> adjoint, int length, int otherLength)
        {
            var x = torch.randn(2, length, generator: generator).requires_grad_(true);
            var v = torch.randn(2, otherLength, generator: generator);
            var product = (map(x) * v).sum();
            if (!product.requires_grad)
                return null;
            product.backward();
            if (x.grad is not { } gradient)
                return null;
            var difference = TensorBits.RelativeDifference(gradient, adjoint(v).detach());
            return double.IsNaN(difference) ? double.PositiveInfinity : difference;
        }
    }

    /// <summary>The stated norm is that of the operator's matrix, by singular values in float64.</summary>
    public static CheckResult Norm(MeasurementOperator measurement, double tolerance = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var matrix = measurement.Apply(torch.eye(measurement.SignalLength)).to(torch.float64);
        var exact = torch.linalg.svdvals(matrix)[0].item<double>();
        var difference = Math.Abs(measurement.Norm - exact) / Math.Max(exact, double.Epsilon);
        return CheckResult.AtMost("operator norm", double.IsNaN(difference) ? double.PositiveInfinity : difference, tolerance, "relative difference from the largest singular value")
            .OrMend(FormattableString.Invariant($"it says {measurement.Norm:g6} and is {exact:g6}: a bound is not enough, OperatorNorm finds it"));
    }

    /// <summary>The matrix, where there is one, is what Apply multiplies by.</summary>
    public static CheckResult DenseAgrees(MeasurementOperator measurement, double tolerance = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        if (measurement.Dense is not { } dense)
            return new CheckResult("dense matrix", passed: true, "has none");
        var applied = measurement.Apply(torch.eye(measurement.SignalLength)).t();
        return dense.shape.AsSpan().SequenceEqual(applied.shape)
            ? CheckResult.AtMost("dense matrix", TensorBits.RelativeDifference(applied, dense), tolerance, "largest difference, relative to the largest entry,")
            : new CheckResult("dense matrix", passed: false, $"{TensorBits.Shape(dense)}, expected [m, n] = {TensorBits.Shape(applied)}");
    }

    /// <summary>Apply gives [batch, m] and Adjoint [batch, n], of the type they were given, for batches of 1, 2 and 5.</summary>
    public static CheckResult Shapes(MeasurementOperator measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        foreach (long batch in new[] { 1, 2, 5 })
        {
            var (image, back) = (measurement.Apply(torch.ones(batch, measurement.SignalLength)), measurement.Adjoint(torch.ones(batch, measurement.MeasurementCount)));
            if ((Wrong("Apply", image, batch, measurement.MeasurementCount) ?? Wrong("Adjoint", back, batch, measurement.SignalLength)) is { } wrong)
                return new CheckResult("operator shapes", passed: false, wrong);
        }

        return new CheckResult("operator shapes", passed: true, $"m = {measurement.MeasurementCount}, n = {measurement.SignalLength}");
    }

    /// <summary>A(2x − 3z) = 2Ax − 3Az and A0 = 0, and so for the adjoint.</summary>
    public static CheckResult Linear(MeasurementOperator measurement, torch.Generator generator, double tolerance = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var defect = Math.Max(Defect(measurement.Apply, measurement.SignalLength), Defect(measurement.Adjoint, measurement.MeasurementCount));
        return CheckResult.AtMost("linear", defect, tolerance, "largest defect, relative to the largest entry,");

        double Defect(Func<torch.Tensor, torch.Tensor> map, int length)
        {
            var (x, z) = (torch.randn(2, length, generator: generator), torch.randn(2, length, generator: generator));
            var expected = (map(x) * 2) - (map(z) * 3);
            var scale = Math.Max(expected.abs().max().item<float>(), float.Epsilon);
            var atZero = map(torch.zeros(2, length)).abs().max().item<float>();
            return Math.Max((map((x * 2) - (z * 3)) - expected).abs().max().item<float>(), atZero) / scale;
        }
    }

    /// <summary>A row of a batch is measured as it would be alone, up to rounding.</summary>
    public static CheckResult Rows(MeasurementOperator measurement, torch.Generator generator, double tolerance = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var difference = Math.Max(Largest(measurement.Apply, measurement.SignalLength), Largest(measurement.Adjoint, measurement.MeasurementCount));
        return CheckResult.AtMost("rows", difference, tolerance, "largest difference of a row alone and in a batch, relatively,");

        double Largest(Func<torch.Tensor, torch.Tensor> map, int length)
        {
            var batch = torch.randn(3, length, generator: generator);
            var alone = torch.cat([.. Enumerable.Range(0, 3).Select(i => map(batch.narrow(0, i, 1).clone()))], 0);
            return TensorBits.RelativeDifference(map(batch), alone);
        }
    }

    private static CheckResult Adjointness(string check, MeasurementOperator measurement, torch.Generator generator, torch.ScalarType dtype, double tolerance)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var x = StructuredSignals.Of(measurement.SignalLength, generator, dtype);
        var y = StructuredSignals.Of(measurement.MeasurementCount, generator, dtype);
        var image = measurement.Apply(x).to(torch.float64);
        var back = measurement.Adjoint(y).to(torch.float64);
        var (wideX, wideY) = (x.to(torch.float64), y.to(torch.float64));
        var gain = (Norms(image) / Norms(wideX)).max();
        var difference = (torch.mm(image, wideY.t()) - torch.mm(wideX, back.t())).abs();
        var relative = (difference / (gain * torch.outer(Norms(wideX), Norms(wideY)) + 1e-300)).max().item<double>();
        return CheckResult.AtMost(check, double.IsNaN(relative) ? double.PositiveInfinity : relative, tolerance, "|⟨Ax,y⟩ − ⟨x,Aᵀy⟩| / ‖A‖‖x‖‖y‖")
            .OrMend("Adjoint is the transpose of Apply, not its inverse: of a gather the scatter, of a mean the even share");
    }

    private static torch.Tensor Norms(torch.Tensor rows) => rows.square().sum(dim: 1).sqrt();

    private static string? Wrong(string what, torch.Tensor made, long batch, long length) =>
        made.shape is [var rows, var columns] && rows == batch && columns == length && made.dtype == torch.float32
            ? null
            : $"{what} of a float32 batch of {batch} gives {made.dtype} {TensorBits.Shape(made)}, expected float32 [{batch}, {length}]";
}
