using TorchSharp;

namespace Unfold.Conformance.Tests;

public sealed class DatasetFaultsTests
{
    [Fact]
    public void A_sound_dataset_passes() => Found.Passes(new HookedDataset());

    [Fact]
    public void Signals_outside_the_range_are_found() => Found.Fails(new HookedDataset { Changed = x => x * 255 }, "pixel range", "the scale says [0, 1]");

    [Fact]
    public void Signals_of_another_length_are_found() => Found.Fails(new HookedDataset { Changed = x => x.narrow(1, 0, 19).clone() }, "signals", "expected float32 [count, 20]");

    [Fact]
    public void Signals_in_double_precision_are_found() => Found.Fails(new HookedDataset { Changed = x => x.to(torch.float64) }, "signals", "Float64");

    [Fact]
    public void Signals_that_are_not_finite_are_found() => Found.Fails(new HookedDataset { Changed = x => x / 0 }, "signals", "not finite");

    [Fact]
    public void A_hash_that_is_none_is_found() => Found.Fails(new HookedDataset { Hash = "abc" }, "provenance", "no SHA-256");

    [Fact]
    public void Drawing_from_torchs_generator_is_found() => Found.Fails(new HookedDataset { DrawsFromTorch = true }, "same seed, same bits", "other training signals");

    [Fact]
    public void Tensors_that_a_dataset_keeps_are_found() => Found.Fails(new HookedDataset { Keeps = true }, "leaks", "left behind");
}
