using TorchSharp;
using Unfold.Engine.Teachers;

namespace Unfold.Engine.Networks;

/// <summary>Takes losses in training, evaluation and landscapes alike: the one place that decides what a loss may look at.</summary>
/// <param name="problem">The inverse problem.</param>
/// <param name="runner">The network under its continuation.</param>
/// <param name="teachers">The run's teachers.</param>
internal sealed class LossEvaluation(Problem problem, NetworkRunner runner, TeacherSet teachers)
{
    /// <summary>The truth, or null for a loss that must not see it.</summary>
    public static torch.Tensor? VisibleTo(ILoss loss, torch.Tensor truth) => loss.SeesTruth ? truth : null;

    /// <summary>A loss of a batch, a scalar tensor.</summary>
    public torch.Tensor Of(ILoss loss, Observation observed, Reconstruction output, torch.Tensor truth) =>
        loss.Evaluate(new LossContext(problem, observed, output, VisibleTo(loss, truth), runner.Reconstruct) { Teachers = teachers.Reconstruct });

    /// <summary>What training minimises: the loss and the network's penalty.</summary>
    public torch.Tensor Objective(ILoss loss, Observation observed, Reconstruction output, torch.Tensor truth)
    {
        var value = Of(loss, observed, output, truth);
        return output.Penalty is null ? value : value + output.Penalty;
    }
}
