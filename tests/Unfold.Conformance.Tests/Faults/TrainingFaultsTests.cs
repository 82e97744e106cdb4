using TorchSharp;

namespace Unfold.Conformance.Tests;

/// <summary>Optimizers, schedules, homotopies and compressions.</summary>
public sealed class TrainingFaultsTests
{
    [Fact]
    public void A_sound_optimizer_passes() => Found.Passes(new HookedOptimizer());

    [Fact]
    public void An_optimizer_that_climbs_is_found() => Found.Fails(new HookedOptimizer { Direction = 1 }, "descent", "take a quadratic");

    [Fact]
    public void An_optimizer_that_forgets_its_state_is_found() => Found.Fails(new HookedOptimizer { ForgetsMomentum = true }, "resumed", "three more");

    [Fact]
    public void An_optimizer_that_tells_another_loss_is_found() => Found.Fails(new HookedOptimizer { ToldFactor = 2 }, "loss of a step", "first evaluation");

    [Fact]
    public void An_optimizer_without_a_rate_is_found() => Found.Fails(new HookedOptimizer { LearningRate = 0 }, "learning rate", "positive");

    [Fact]
    public void A_sound_schedule_passes() => Found.Passes(new HookedSchedule((step, total) => 1 - ((double)step / total)));

    [Fact]
    public void A_negative_factor_is_found() => Found.Fails(new HookedSchedule((step, total) => 0.5 - ((double)step / total)), "factors", "at step");

    [Fact]
    public void A_schedule_that_divides_by_zero_at_one_step_is_found() => Found.Fails(new HookedSchedule((step, total) => step / (total - 1.0)), "factors", "NaN at step 0 of 1");

    [Fact]
    public void A_schedule_with_a_memory_is_found()
    {
        var calls = 0;
        Found.Fails(new HookedSchedule((_, _) => 1.0 / ++calls), "pure", "backwards");
    }

    [Fact]
    public void A_homotopy_that_does_not_name_the_real_observation_is_found()
    {
        Found.Passes(new HookedHomotopy((_, observed) => observed with { Original = observed }));
        Found.Fails(new HookedHomotopy((_, observed) => observed with { Y = observed.Y * 2 }), "path", "Original");
    }

    [Fact]
    public void A_homotopy_whose_measurements_do_not_fit_its_operator_is_found() =>
        Found.Fails(new HookedHomotopy((_, observed) => observed with { Y = observed.Y.narrow(1, 0, 3), Original = observed }), "path", "measurements [3, 3]");

    [Fact]
    public void A_compression_that_is_sound_passes() => Found.Passes(new HookedCompression(c => One("analysis", c.Teacher["analysis"].narrow(0, 0, 6).clone())));

    [Fact]
    public void A_compression_to_another_shape_is_found() => Found.Fails(new HookedCompression(c => One("analysis", c.Teacher["analysis"].clone())), "student", "and the student's");

    [Fact]
    public void A_compression_to_no_parameter_is_found() => Found.Fails(new HookedCompression(_ => One("bias", torch.ones(2))), "student", "no parameter");

    [Fact]
    public void A_compression_that_changes_its_teacher_is_found() => Found.Fails(new HookedCompression(c => One("smoothing", c.Teacher["smoothing"].mul_(2).clone())), "inputs", "smoothing");

    private static Dictionary<string, torch.Tensor> One(string name, torch.Tensor value) => new(StringComparer.Ordinal) { [name] = value };
}
