using TorchSharp;
using Unfold.Testing;

namespace Unfold.Conformance.Tests;

public sealed class MeasurementFaultsTests
{
    [Fact]
    public void A_sound_measurement_passes() => Found.Passes(Altered(exact => new AlteredOperator(exact) { Matrix = m => m }));

    [Fact]
    public void An_adjoint_that_is_wrong_in_one_entry_is_found() =>
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Adjoined = (_, x) => torch.cat([x.narrow(1, 0, x.shape[1] - 1), x.narrow(1, x.shape[1] - 1, 1) * 1.01], 1) }), "adjointness", "⟨Ax,y⟩");

    [Fact]
    public void A_norm_that_is_a_bound_is_found() =>
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Stated = norm => norm * 1.001 }), "operator norm", "largest singular value");

    [Fact]
    public void A_norm_that_is_no_number_is_found() =>
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Stated = _ => double.NaN }), "operator norm", "Infinity");

    [Fact]
    public void An_offset_is_found() =>
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Applied = (_, y) => y + 0.1 }), "linear", "defect");

    [Fact]
    public void Another_matrix_is_found() =>
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Matrix = m => m * 2 }), "dense matrix", "difference");

    [Fact]
    public void A_matrix_is_compared_by_its_own_scale()
    {
        Found.Fails(Scaled(1e-4, 1.01), "dense matrix", "relative");
        Found.Passes(Scaled(1e4, 1));

        static AlteredMeasurement Scaled(double scale, double wrong) => Altered(exact => new AlteredOperator(new DenseOperator(exact.Dense * scale)) { Matrix = m => m * wrong });
    }

    [Fact]
    public void An_operator_that_no_gradient_goes_through_is_found()
    {
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Applied = (_, y) => y.detach() }), "gradient", "Apply gives does not hang on");
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Adjoined = (_, x) => x.detach() }), "gradient", "Adjoint gives does not hang on");
    }

    [Fact]
    public void A_gradient_that_is_not_the_adjoint_is_found() =>
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Applied = (_, y) => (y * 0.5) + (y.detach() * 0.5) }), "gradient", "Aᵀv");

    [Fact]
    public void An_operator_of_float32_alone_is_found()
    {
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Applied = (x, y) => x.dtype == torch.float64 ? throw new NotSupportedException("single") : y }), "double precision", "takes float32 alone");
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Applied = (_, y) => y.to(torch.float32) }), "double precision", "in Float32");
    }

    [Fact]
    public void An_operator_that_ignores_its_seed_is_told()
    {
        Found.Tells(Altered(exact => new DenseOperator(torch.ones_like(exact.Dense))), "operator seed", "the same operator");
        Assert.False(Found.In(Altered(exact => exact)).Single(r => r.Check == "operator seed").IsTold);
    }

    [Fact]
    public void A_measurement_of_large_blocks_alone_is_checked_on_a_larger_image()
    {
        var results = Found.In(new AlteredMeasurement(exact => exact.SignalLength % 1024 == 0 ? exact : throw new UnfoldException("UFP999", "blocks are of 32×32", "cut the images")));
        Assert.Contains("1×32×32", results.Single(r => r.Check == "adjointness").Message, StringComparison.Ordinal);
        Assert.All(results, r => Assert.True(r.Passed, r.ToString()));
    }

    [Fact]
    public void Rows_that_depend_on_each_other_are_found() =>
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Applied = (_, y) => y + (y.mean([0], keepdim: true) * 0.01) }), "rows", "alone");

    [Fact]
    public void Measurements_of_another_shape_are_found() =>
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Applied = (_, y) => y.narrow(1, 1, y.shape[1] - 1) }), "operator shapes", "Apply");

    [Fact]
    public void An_operator_that_is_moved_to_itself_is_found() =>
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Moved = me => me }), "device round trip", "itself");

    [Fact]
    public void An_operator_that_shares_its_matrix_with_the_one_it_came_from_is_found()
    {
        var results = Found.In(Altered(exact => new AlteredOperator(exact) { Moved = me => new AlteredOperator(me.Exact) }));
        Assert.True(results.Single(r => r.Check == "device round trip").Failed);
    }

    [Fact]
    public void Drawing_from_torchs_generator_is_found() =>
        Found.Fails(
            Altered(exact =>
            {
                using var drawn = torch.randn(1);
                return exact;
            }),
            "own randomness",
            "torch's own");

    [Fact]
    public void Other_draws_of_one_seed_are_found()
    {
        var draws = 0;
        Found.Fails(Altered(exact => new DenseOperator(exact.Dense * (1 + (++draws * 1e-6)))), "same seed, same bits", "other bits");
    }

    [Fact]
    public void An_operator_that_leaves_tensors_behind_is_found() =>
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Applied = (_, y) => y.clone().DetachFromDisposeScope().clone() }), "leaks", "left behind");

    [Fact]
    public void A_matrix_in_a_managed_array_is_found()
    {
        // To is the last to touch it: a clone there would mend it.
        Found.Fails(Altered(exact => new AlteredOperator(exact) { Moved = me => new DenseOperator(Managed(me.Exact.Dense)) }), "storage", ".clone() it");
    }

    private static torch.Tensor Managed(torch.Tensor matrix) => torch.tensor(matrix.data<float>().ToArray()).reshape(matrix.shape);

    private static AlteredMeasurement Altered(Func<DenseOperator, MeasurementOperator> alter) => new(alter);
}
