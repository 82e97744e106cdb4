using Newtonsoft.Json.Linq;
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
            spec with { Training = Specimen.Training with { GradientLayers = 1 } },
            spec with { Training = Specimen.Training with { Recompute = RecomputeRule.SquareRoot } },
            spec with { Training = Specimen.Training with { LayerWise = [1] } },
            spec with { Training = Specimen.Training with { EmaDecay = 0.9 } },
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
    public void The_hash_is_that_of_the_bytes_without_white_space_and_what_is_not_set_and_shared_by_any_culture()
    {
        var identity = RunIdentity.Of(Specimen.Spec);
        var compact = CanonicalJson.WithoutUnset(JToken.Parse(identity.Json)).ToString(Newtonsoft.Json.Formatting.None);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(compact))), identity.Sha256);
    }

    [Fact]
    public void Every_option_counts()
    {
        var plain = new DeconetOptions { Layers = 4, Redundancy = 2 };
        DeconetOptions[] changed =
        [
            plain with { AsPublished = true }, plain with { Layers = 5 }, plain with { Redundancy = 2.5 }, plain with { Smoothing = 11 },
            plain with { Init = AnalysisInit.Beta }, plain with { InitScale = 2 }, plain with { Start = new StartEstimates.Mean(new StartEstimates.NoOptions()) },
            plain with { Gradient = GradientRule.LastLayer }, plain with { DualBound = DualBoundRule.StepSize }, plain with { DualCentre = DualCentreRule.Combined },
            plain with { Shrinkage = ShrinkageRule.Elementwise }, plain with { NoiseBound = NoiseBoundRule.Conservative }, plain with { Momentum = MomentumRule.Geometric },
            plain with { StepSizes = StepSizeRule.Decaying }, plain with { OutputRange = OutputRangeRule.Dataset }, plain with { StepBalance = 0.5 },
            plain with { LearnStepBalance = true }, plain with { LearnSmoothing = true }, plain with { Step1 = 2 }, plain with { Step2 = 2 },
            plain with { StepDecay1 = 0.6 }, plain with { StepDecay2 = 0.6 }, plain with { LearnSteps = true }, plain with { LearnThresholds = true },
            plain with { TightFrame = 0.1 }, plain with { Box = OutputRangeRule.Dataset },
        ];
        Assert.Equal(typeof(DeconetOptions).GetProperties().Length, changed.Length);
        Assert.Equal(changed.Length + 1, changed.Append(plain).Select(o => Sha256(Specimen.Spec with { Architecture = new Deconet.Deconet(o) })).Distinct().Count());
    }

    [Fact]
    public void Neither_null_nor_order_of_writing_makes_a_difference()
    {
        var one = new DeconetOptions { Layers = 4, Smoothing = 10, Init = AnalysisInit.KaimingNormalized };
        var two = new DeconetOptions { Init = AnalysisInit.KaimingNormalized, Start = null, Smoothing = 10.0, Layers = 4 };
        Assert.Equal(RunIdentity.Of(With(one)).Json, RunIdentity.Of(With(two)).Json);
        Assert.Contains("\"init\": \"kaiming-normalized\"", RunIdentity.Of(With(one)).Json, StringComparison.Ordinal);
        TrainingSpec With(DeconetOptions options) => Specimen.Spec with { Architecture = new Deconet.Deconet(options) };
    }

    [Theory]
    [InlineData(0.1, 0.1f, "0.1", "0.1")]
    [InlineData(1e-4, 1e-4f, "0.0001", "0.0001")]
    [InlineData(1e-7, 1e-7f, "1E-07", "1E-07")]
    [InlineData(128.0, 128f, "128", "128")]
    [InlineData(1.0 / 3, 1f / 3, "0.3333333333333333", "0.33333334")]
    public void Numbers_are_written_as_the_shortest_text_that_reads_back(double number, float single, string numberText, string singleText)
    {
        var json = RunIdentity.Of(Specimen.Spec with { Loss = new NumbersLoss(new NumbersOptions { Number = number, Single = single }) }).Json;
        Assert.Contains($"\"number\": {numberText},", json, StringComparison.Ordinal);
        Assert.Contains($"\"single\": {singleText},", json, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_that_cannot_be_written_is_refused_and_not_left_out() =>
        Assert.Throws<InvalidOperationException>(() => RunIdentity.Of(Specimen.Spec with { Loss = new NumbersLoss(new NumbersOptions { Unwritable = TimeSpan.Zero }) }));

    [Fact]
    public void A_nested_option_outside_its_range_is_told_by_its_path()
    {
        var noise = new Measurements.GaussianNoise(new Measurements.GaussianNoiseOptions { StandardDeviation = -1 });
        var error = Assert.Throws<UnfoldException>(() => SpecValidation.Check(Specimen.Spec with { Measurement = new Measurements.Gaussian(new Measurements.GaussianOptions { Noise = noise }) }));
        Assert.StartsWith("measurement.noise.standardDeviation is -1", error.Message, StringComparison.Ordinal);
        var training = Assert.Throws<UnfoldException>(() => SpecValidation.Check(Specimen.Spec with { Training = Specimen.Training with { BatchSize = 0 } }));
        Assert.StartsWith("training.batchSize is 0", training.Message, StringComparison.Ordinal);
        Assert.Equal("UFX006", Assert.Throws<UnfoldException>(() => SpecValidation.Check(Specimen.Spec with { Training = Specimen.Training with { GradientClip = double.NaN } })).Code);
    }

    [Fact]
    public void A_records_own_rules_are_checked_too()
    {
        var error = Assert.Throws<UnfoldException>(() => SpecValidation.Check(Specimen.Spec with { Loss = new NumbersLoss(new NumbersOptions { Number = 1e200 }) }));
        Assert.Equal(("UFX006", "loss.number: such numbers are not for this loss"), (error.Code, error.Message));
    }

    [Fact]
    public void A_range_on_a_list_is_meant_for_each_element()
    {
        SpecValidation.Check(Specimen.Spec with { Loss = new NumbersLoss(new NumbersOptions { Weights = [0, 0.5, 1] }) });
        var error = Assert.Throws<UnfoldException>(() => SpecValidation.Check(Specimen.Spec with { Loss = new NumbersLoss(new NumbersOptions { Weights = [0, 1.5] }) }));
        Assert.StartsWith("loss.weights is", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_outside_its_range_is_told_by_its_path()
    {
        var spec = Specimen.Spec with { Architecture = new Deconet.Deconet(new DeconetOptions { Layers = 0 }) };
        var error = Assert.Throws<UnfoldException>(() => SpecValidation.Check(spec));
        Assert.Equal("UFX006", error.Code);
        Assert.Contains("architecture.layers is 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_set_is_not_part_of_it()
    {
        var json = CanonicalJson.WithoutUnset(JObject.Parse("""{ "a": null, "b": [], "c": { "d": null, "e": [{ "f": null, "g": 0 }] } }"""));
        Assert.Equal("""{"c":{"e":[{"g":0}]}}""", json.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Contains("\"gradientClip\": null", RunIdentity.Of(Specimen.Spec).Json, StringComparison.Ordinal);
    }
}
