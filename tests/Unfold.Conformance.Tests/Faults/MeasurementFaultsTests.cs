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
