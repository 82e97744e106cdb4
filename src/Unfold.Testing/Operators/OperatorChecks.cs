using TorchSharp;

namespace Unfold.Testing;

/// <summary>Checks of a measurement operator.</summary>
public static class OperatorChecks
{
    /// <summary>⟨Ax, y⟩ = ⟨x, Aᵀy⟩ for random x and y, relative to ‖Ax‖‖y‖.</summary>
    public static CheckResult Adjointness(MeasurementOperator measurement, torch.Generator generator, double tolerance = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var x = torch.randn(3, measurement.SignalLength, generator: generator);
        var y = torch.randn(3, measurement.MeasurementCount, generator: generator);
        var image = measurement.Apply(x);
        var left = (image * y).sum().item<float>();
        var right = (x * measurement.Adjoint(y)).sum().item<float>();
        var scale = image.norm().item<float>() * y.norm().item<float>();
        return CheckResult.AtMost("adjointness", Math.Abs(left - right) / Math.Max(scale, float.Epsilon), tolerance, "|⟨Ax,y⟩ − ⟨x,Aᵀy⟩| / ‖Ax‖‖y‖");
    }

    /// <summary>The stated norm is that of the operator's matrix, by singular values in float64.</summary>
    public static CheckResult Norm(MeasurementOperator measurement, double tolerance = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var matrix = measurement.Apply(torch.eye(measurement.SignalLength)).to(torch.float64);
        var exact = torch.linalg.svdvals(matrix)[0].item<double>();
        return CheckResult.AtMost("operator norm", Math.Abs(measurement.Norm - exact) / exact, tolerance, "relative difference from the largest singular value");
    }

    /// <summary>The matrix, where there is one, is what Apply multiplies by.</summary>
    public static CheckResult DenseAgrees(MeasurementOperator measurement, double tolerance = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        if (measurement.Dense is not { } dense)
            return new CheckResult("dense matrix", Passed: true, "has none");
        var applied = measurement.Apply(torch.eye(measurement.SignalLength)).t();
        return CheckResult.AtMost("dense matrix", (applied - dense).abs().max().item<float>(), tolerance, "largest difference");
    }
}
