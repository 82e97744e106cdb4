using TorchSharp;

namespace Unfold;

/// <summary>The training signals, for whatever a network computes in closed form before training (a mean, an LMMSE estimator).</summary>
/// <param name="signals">Normalised training signals [count, n] on the run's device, without the validation split; owned by the engine.</param>
public sealed class TrainingSample(torch.Tensor signals)
{
    /// <summary>Normalised training signals [count, n] on the run's device, without the validation split; owned by the engine.</summary>
    public torch.Tensor Signals
    {
        get
        {
            WasRead = true;
            return signals;
        }
    }

    /// <summary>Whether anyone has looked at the signals: a network that has was not trained without truth, whatever its loss sees.</summary>
    public bool WasRead { get; private set; }
}
