using System.Reflection;
using TorchSharp;
using TorchSharp.Modules;
using Unfold.Testing;

namespace Unfold.Conformance.Tests;

public sealed class NetworkFaultsTests
{
    [Fact]
    public void A_sound_network_passes_and_keeps_what_it_promises()
    {
        var results = Found.In(new PromisingArchitecture(p => new HookedNetwork(p)));
        Assert.All(results, r => Assert.False(r.Failed, r.ToString()));
        foreach (var check in new[] { "gradient", "stationary", "batch dimension", "continuation centre", "continuation smoothing", "storage", "layer state" })
            Assert.True(results.Single(r => r.Check == check).Passed, check);
    }

    [Fact]
    public void A_network_that_leaves_a_tensor_behind_in_every_layer_is_found() =>
        Finds(p => new HookedNetwork(p) { Made = (_, _, _, x) => Kept(x) }, "leaks", "left behind");

    [Fact]
    public void A_network_that_is_built_otherwise_each_time_is_found() =>
        Finds(p => Scaled(p, 1 + (Random.Shared.NextDouble() * 1e-3)), "same seed, same bits", "other bits");

    [Fact]
    public void A_buffer_in_a_managed_array_is_found() =>
        Finds(p => With(new HookedNetwork(p), n => n.register_buffer("weights", torch.tensor(new float[9 * 9]).reshape(9, 9))), "storage", "weights [9, 9]");

    [Fact]
    public void A_matrix_in_a_managed_array_that_nobody_registered_is_found() =>
        Finds(p => new HookedNetwork(p) { Unregistered = [torch.tensor(new float[9 * 9]).reshape(9, 9).DetachFromDisposeScope()] }, "storage", "Unregistered[0] [9, 9]");

    [Fact]
    public void An_ignored_centre_is_found() =>
        Found.Fails(new PromisingArchitecture(p => new HookedNetwork(p) { Start = (observed, _) => observed.Operator.Adjoint(observed.Y) }), "continuation centre", "by 0");

    [Fact]
    public void An_ignored_smoothing_is_found() =>
        Found.Fails(new PromisingArchitecture(p => new HookedNetwork(p) { Made = (x, observed, _, _) => x - (observed.Operator.Adjoint(observed.Operator.Apply(x) - observed.Y) * 0.1) }), "continuation smoothing", "by 0");

    [Fact]
    public void Estimates_of_another_shape_are_found() => Finds(p => new HookedNetwork(p) { Estimated = x => x.narrow(1, 0, 3) }, "shapes", "expected [1, 64]");

    [Fact]
    public void Estimates_that_are_not_finite_are_found() => Finds(p => new HookedNetwork(p) { Estimated = x => x / 0 }, "shapes", "not finite");

    [Fact]
    public void A_network_that_seeds_torch_is_found() =>
        Finds(
            p =>
            {
                // The analysers refuse a direct call here; a stranger has none of them.
                _ = typeof(torch).GetMethod("manual_seed", BindingFlags.Public | BindingFlags.Static, [typeof(long)])!.Invoke(null, [3L]);
                return new HookedNetwork(p);
            },
            "seeding",
            "the engine alone");

    [Fact]
    public void Layers_that_are_not_the_solvers_iterations_are_found()
    {
        Found.Passes(new UnrolledArchitecture(p => new HookedNetwork(p), p => new HookedNetwork(p)));
        Found.Fails(new UnrolledArchitecture(p => new HookedNetwork(p), p => Scaled(p, 1.001)), "classical solver", "difference");
    }

    [Fact]
    public void A_gradient_that_is_held_back_is_found_where_the_full_one_is_promised()
    {
        static HookedNetwork HoldsBack(Problem problem) => new(problem) { Made = (x, _, k, next) => k < 2 ? next.detach() : next };
        Found.Fails(new PromisingArchitecture(HoldsBack), "gradient", "central differences");
        Assert.Equal(CheckOutcome.Skipped, Found.In(new HookedArchitecture(HoldsBack)).Single(r => r.Check == "gradient").Outcome);
    }

    [Fact]
    public void A_gradient_that_is_missing_in_float32_is_found()
    {
        Found.Fails(new PromisingArchitecture(p => new SingleNetwork(p, isCut: true)), "gradient", "no gradient reaches 'matrix'");
        var sound = Found.In(new PromisingArchitecture(p => new SingleNetwork(p, isCut: false))).Single(r => r.Check == "gradient");
        Assert.True(sound.Passed, sound.ToString());
    }

    [Fact]
    public void A_gradient_that_is_missing_in_the_last_of_many_parameters_is_found() =>
        Found.Fails(new PromisingArchitecture(p => new DeepNetwork(p)), "gradient", "no gradient reaches 'factor41', 'factor42', 'factor43' and 6 more of 51 tensors");

    [Fact]
    public void Fewer_layers_that_change_nothing_are_found() => Finds(p => new HookedNetwork(p) { Made = (x, _, _, _) => x }, "fewer layers", "another estimate");

    [Fact]
    public void A_network_that_ignores_its_seed_is_told() => Found.Tells(new HookedArchitecture(p => new HookedNetwork(p)), "network seed", "the same parameters");

    [Fact]
    public void An_exception_tells_the_method_that_it_came_from()
    {
        var thrown = Found.In(new HookedArchitecture(p => new HookedNetwork(p) { Made = (_, _, _, _) => Broken() })).Single(r => r.Check == "shapes");
        Assert.Contains("(in Unfold.Conformance.Tests.NetworkFaultsTests.Broken, NetworkFaultsTests.cs:", thrown.Message, StringComparison.Ordinal);
        Assert.IsType<FormatException>(thrown.Thrown);
    }

    [Fact]
    public void Layers_that_differ_are_not_stationary() =>
        Found.Fails(new PromisingArchitecture(p => new HookedNetwork(p) { Made = (_, _, k, x) => x * (1 + (k * 0.01)) }), "stationary", "layers 0 and 1");

    [Fact]
    public void A_state_that_counts_its_signals_elsewhere_is_found() =>
        Found.Fails(new PromisingArchitecture(p => new HookedNetwork(p) { State = x => new Turned(x, x.t()) }), "batch dimension", "for 2 signals");

    [Fact]
    public void A_penalty_that_is_no_scalar_is_found() => Finds(p => new HookedNetwork(p) { Auxiliary = () => torch.ones(2) }, "penalty", "expected a scalar");

    [Fact]
    public void A_layers_parameter_that_is_not_registered_is_found() =>
        Finds(p => new HookedNetwork(p) { Own = (_, _) => [new Parameter(torch.ones(2))] }, "layer parameters", "has not registered");

    [Fact]
    public void A_parameter_of_two_layers_is_found() => Finds(p => new HookedNetwork(p) { Own = (n, _) => [n.Step] }, "layer parameters", "both name 'step'");

    [Fact]
    public void A_state_that_cannot_be_set_is_found() => Finds(p => new HookedNetwork(p) { State = x => new FixedState(x) }, "layer state", "init accessor");

    [Fact]
    public void A_layer_that_depends_on_more_than_its_state_is_found()
    {
        var calls = 0;
        Finds(p => new HookedNetwork(p) { Made = (_, _, _, x) => x * (1 + (++calls * 1e-3)) }, "layer state", "from a copy");
    }

    [Fact]
    public void Measurements_changed_in_place_are_found() =>
        Finds(
            p => new HookedNetwork(p)
            {
                Start = (observed, _) =>
                {
                    observed.Y.mul_(2);
                    return observed.Operator.Adjoint(observed.Y);
                },
            },
            "inputs",
            "the measurements are changed in place");

    [Fact]
    public void An_exception_is_a_failed_check_with_its_type() =>
        Finds(p => new HookedNetwork(p) { Made = (_, _, _, _) => throw new FormatException("no such layer\nin C++") }, "shapes", "threw FormatException: no such layer");

    [Fact]
    public void A_refusal_of_a_shape_skips_it_and_is_told()
    {
        var results = Found.In(new HookedArchitecture(p => p.Shape.Width % 8 == 0 ? new HookedNetwork(p) : throw new UnfoldException("UFP999", "blocks are 8 wide", "cut the images")));
        Assert.All(results, r => Assert.False(r.Failed, r.ToString()));
        Assert.Contains("UFP999: blocks are 8 wide", results.Single(r => r.Check == "shapes").Message, StringComparison.Ordinal);
        Assert.All(Found.In(new HookedArchitecture(_ => throw new UnfoldException("UFP999", "never", "never"))).Skip(1), r => Assert.Equal(CheckOutcome.Skipped, r.Outcome));
    }

    private static torch.Tensor Broken() => throw new FormatException("no such layer");

    private static HookedNetwork Scaled(Problem problem, double factor) => new(problem) { Made = (_, _, _, x) => x * factor };

    private static torch.Tensor Kept(torch.Tensor x)
    {
        _ = x.detach().clone().DetachFromDisposeScope();
        return x;
    }

    private static HookedNetwork With(HookedNetwork network, Action<HookedNetwork> change)
    {
        change(network);
        return network;
    }

    private static void Finds(Func<Problem, UnfoldingNetwork> build, string check, string because) => Found.Fails(new HookedArchitecture(build), check, because);

    private sealed record Turned(torch.Tensor X, torch.Tensor Columns) : LayerState;
}
