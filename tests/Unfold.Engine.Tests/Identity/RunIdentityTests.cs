using Unfold.Deconet;
using Unfold.Engine.Identity;

namespace Unfold.Engine.Tests;

public sealed class RunIdentityTests
{
    private static string Sha256(TrainingSpec spec) => RunIdentity.Of(spec).Sha256;

    [Fact]
    public void Equal_records_have_one_identity_and_a_default_may_be_spelt_out()
    {
        var spelt = Specimen.Spec with { Architecture = new Deconet.Deconet(new DeconetOptions { Layers = 4, Redundancy = 2.0, InitScale = 1 }) };
        Assert.Equal(Sha256(Specimen.Spec), Sha256(spelt));
    }

    [Fact]
    public void The_device_is_outside_and_everything_else_inside()
    {
        var spec = Specimen.Spec;
        Assert.Equal(Sha256(spec), Sha256(spec with { Training = Specimen.Training with { Device = "cuda" } }));
        TrainingSpec[] others =
        [
            spec with { Seed = 4 },
            spec with { Training = Specimen.Training with { Epochs = 3 } },
            spec with { Training = Specimen.Training with { GradientClip = 1 } },
            spec with { Training = Specimen.Training with { Optimizer = new Optimizers.Sgd(new Optimizers.SgdOptions()) } },
            spec with { Architecture = new Deconet.Deconet(new DeconetOptions { Layers = 4, Redundancy = 2, AsPublished = true }) },
            spec with { Loss = new Losses.LogCosh(new Losses.NoOptions()) },
        ];
        Assert.Equal(others.Length + 1, others.Append(spec).Select(Sha256).Distinct().Count());
    }

    [Fact]
    public void Numbers_are_written_in_their_shortest_form()
    {
        var json = RunIdentity.Of(Specimen.Spec).Json;
        Assert.Contains("\"ratio\": 0.25,", json, StringComparison.Ordinal);
        Assert.Contains("\"redundancy\": 2,", json, StringComparison.Ordinal);
        Assert.Contains("\"standardDeviation\": 0.001", json, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_outside_its_range_is_told_by_its_path()
    {
        var spec = Specimen.Spec with { Architecture = new Deconet.Deconet(new DeconetOptions { Layers = 0 }) };
        var error = Assert.Throws<UnfoldException>(() => SpecValidation.Check(spec));
        Assert.Equal("UFX006", error.Code);
        Assert.Contains("architecture.layers is 0", error.Message, StringComparison.Ordinal);
    }
}
