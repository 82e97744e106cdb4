using TorchSharp;

namespace Unfold.Losses;

/// <summary>
/// Learns from a finished network and from the truth: (1 − α)·L(x̂, x) + α·L(x̂, x̂ of the teacher), both networks looking at the same measurements
/// (Hinton, Vinyals and Dean, arXiv 1503.02531, for regression). No gradient flows into the teacher.
/// </summary>
/// <param name="options">The options.</param>
[Component("distillation")]
public sealed class Distillation(DistillationOptions options) : ILoss, ITaught
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public string Teacher => options.Teacher;

    /// <inheritdoc/>
    public torch.Tensor Evaluate(LossContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var ofTeacher = options.Loss.Evaluate(context with { Truth = context.Taught(options.Teacher) });
        // The truth's term is left out at α = 1, not multiplied by zero: 0·∞ would be NaN.
        return options.TeacherWeight >= 1
            ? ofTeacher
            : (options.Loss.Evaluate(context) * (1 - options.TeacherWeight)) + (ofTeacher * options.TeacherWeight);
    }
}
