using TorchSharp;
using TorchSharp.Modules;
using Unfold.Engine.Landscapes;

namespace Unfold.Engine.Tests;

/// <summary>L(θ) = c + ½ θᵀHθ, where everything is known.</summary>
public sealed class AnalyticLandscapeTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void A_quadratic_has_its_eigenvalues()
    {
        double[] spectrum = [7, 4, 1.5, 0.25, 0, -3];
        var (hessian, parameters) = Quadratic(spectrum);
        var found = new HessianStudy(parameters, () => Loss(hessian, parameters), 0).Largest(3, default);
        Assert.Empty(found.Notes);
        Equal([7, 4, 1.5], found.Eigenvalues, 1e-9);
        // Second differences of a quadratic are exact but for rounding.
        Equal([7, 4, 1.5], found.SecondDifferences, 1e-4);
    }

    [Fact]
    public void Multiple_eigenvalues_are_all_found_and_no_copies()
    {
        var found = Lanczos([5, 5, 5, 2, 2, 1], 6);
        Equal([5, 5, 5, 2, 2, 1], found.Values, 1e-9);
    }

    [Fact]
    public void The_largest_of_many_are_found_without_copies()
    {
        double[] spectrum = [.. Enumerable.Range(0, 300).Select(i => Math.Pow(0.9, i))];
        var found = Lanczos(spectrum, 5);
        Equal(spectrum[..5], found.Values, 1e-3);
        Assert.All(found.Residuals, r => Assert.InRange(r, 0, 1e-3));
    }

    [Fact]
    public void Vectors_are_unit_eigenvectors()
    {
        var hessian = Matrix([9, 3, 1, -8]);
        using var found = new Lanczos(v => hessian.mv(v), () => torch.randn(4, dtype: torch.float64, generator: new torch.Generator(1))).Largest(2);
        foreach (var (value, vector) in found.Values.Zip(found.Vectors))
            Assert.Equal(0, (hessian.mv(vector) - (value * vector)).norm().item<double>(), 1e-9);
    }

    /// <summary>Along θ* = 0 the surface is c + ½(α²δᵀHδ + 2αβ δᵀHη + β²ηᵀHη): a point's loss lies on the contour that this names.</summary>
    [Fact]
    public void A_quadratic_has_its_contours()
    {
        var (hessian, parameters) = Quadratic([4, 1, 0.5, 0.1, 2, 3]);
        using var first = LandscapeDirection.Draw(parameters, 1, 0);
        using var second = LandscapeDirection.Draw(parameters, 1, 1);
        var offsets = LandscapeGrid.Offsets(5, 0.5);
        using var grid = new LandscapeGrid(parameters, first, second, () => [Loss(hessian, parameters).item<double>()]);
        var rows = grid.Fill(offsets, offsets, [], _ => { }, _ => { }, default);

        var (d, e) = (Flat(first.Parts), Flat(second.Parts));
        var centre = Flat(parameters.Select(p => p.detach()));
        for (var i = 0; i < 5; i++)
        {
            for (var j = 0; j < 5; j++)
            {
                // The grid left the parameters at its last point: from the centre again.
                var at = centre - (offsets[^1] * d) - (offsets[^1] * e) + (offsets[i] * d) + (offsets[j] * e);
                Assert.Equal(2 + (0.5 * at.dot(hessian.mv(at)).item<double>()), rows[i][j][0], 1e-10);
            }
        }

        Assert.Equal(0, Roughness.Of(offsets, [.. rows.Select(r => r.Select(p => p[0]).ToArray())]), 1e-12);
    }

    /// <summary>A part of the gradient held back, as networks do it with detach.</summary>
    [Fact]
    public void A_gradient_that_is_not_the_losss_is_refused()
    {
        var parameter = new Parameter(torch.tensor(new[] { 1.0, 2.0 }));
        torch.Tensor Truncated() => parameter.square().sum() + (3 * parameter.detach().square().sum());
        var found = new HessianStudy([parameter], Truncated, 0).Largest(1, default);
        Assert.Empty(found.Eigenvalues);
        Assert.Contains("holds back a part", Assert.Single(found.Notes), StringComparison.Ordinal);
    }

    /// <summary>A kink beside the point: differences of the loss step over it, and its derivatives know nothing of it.</summary>
    [Fact]
    public void Where_the_whole_gradient_is_promised_eigenvalues_are_those_at_the_point()
    {
        var parameter = new Parameter(torch.tensor(new[] { 1.0, 2.0 }));
        var kink = parameter.detach() + 1e-7;
        torch.Tensor Kinked() => parameter.square().sum() + (3 * (parameter - kink).abs().sum());
        var found = new HessianStudy([parameter], Kinked, 0, isWhole: true).Largest(1, default);
        Assert.Equal(2, Assert.Single(found.Eigenvalues), 1e-9);
        Assert.Contains(found.Notes, note => note.Contains("at the point", StringComparison.Ordinal));
        Assert.Empty(new HessianStudy([parameter], Kinked, 0).Largest(1, default).Eigenvalues);
    }

    [Fact]
    public void Second_derivatives_that_are_not_the_losss_are_refused_and_the_differences_kept()
    {
        // The gradient is right at θ*, and its derivative leaves the product's other half out.
        var parameter = new Parameter(torch.tensor(new[] { 1.0, 2.0 }));
        var half = parameter.detach().clone();
        torch.Tensor Truncated() => (parameter.square().sum() * (parameter.detach() - half).square().sum() * 10) + parameter.square().sum();
        var found = new HessianStudy([parameter], Truncated, 0).Largest(1, default);
        Assert.Empty(found.Eigenvalues);
        Assert.Equal(102, found.SecondDifferences[0], 1.0);
        Assert.Contains("second differences", Assert.Single(found.Notes), StringComparison.Ordinal);
    }

    private static void Equal(double[] expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    private static EigenEstimate Lanczos(double[] spectrum, int count)
    {
        var hessian = Matrix(spectrum);
        var generator = new torch.Generator(1);
        return new Lanczos(v => hessian.mv(v), () => torch.randn(spectrum.Length, dtype: torch.float64, generator: generator)).Largest(count);
    }

    private static (torch.Tensor Hessian, List<Parameter> Parameters) Quadratic(double[] spectrum)
    {
        var start = torch.randn(spectrum.Length, dtype: torch.float64, generator: new torch.Generator(2));
        return (Matrix(spectrum), [new Parameter(start.narrow(0, 0, 4).reshape(2, 2).clone()), new Parameter(start.narrow(0, 4, spectrum.Length - 4).clone())]);
    }

    private static torch.Tensor Loss(torch.Tensor hessian, IEnumerable<torch.Tensor> parameters)
    {
        var at = Flat(parameters);
        return 2 + (0.5 * at.dot(hessian.mv(at)));
    }

    private static torch.Tensor Flat(IEnumerable<torch.Tensor> parts) => torch.cat([.. parts.Select(p => p.flatten())]);

    // Turned by a random rotation.
    private static torch.Tensor Matrix(double[] spectrum)
    {
        var (rotation, _) = torch.linalg.qr(torch.randn(spectrum.Length, spectrum.Length, dtype: torch.float64, generator: new torch.Generator(3)));
        return rotation.mm(torch.diag(torch.tensor(spectrum))).mm(rotation.t());
    }
}
