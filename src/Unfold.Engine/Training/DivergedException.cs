using System.Globalization;

namespace Unfold.Engine.Training;

/// <summary>The loss or a parameter is no longer finite (UFT001).</summary>
public sealed class DivergedException : UnfoldException
{
    internal DivergedException(long step, int epoch, double loss, IReadOnlyDictionary<string, double> norms)
        : base(
            "UFT001",
            string.Create(CultureInfo.InvariantCulture, $"training diverged at step {step} (epoch {epoch}): loss {loss}; norms: ")
                + string.Join(", ", norms.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Key} {n.Value:g4}"))),
            "lower the learning rate, set training.gradientClip, or raise the smoothing parameter")
    {
        Step = step;
        Norms = norms;
    }

    /// <summary>The first step with a loss that is not finite, or the last of the epoch after which a parameter is not.</summary>
    public long Step { get; }

    /// <summary>Norms of parameters and gradients when it was noticed.</summary>
    public IReadOnlyDictionary<string, double> Norms { get; }
}
