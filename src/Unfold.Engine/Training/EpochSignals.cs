using TorchSharp;
using Unfold.Engine.Problems;
using Unfold.Engine.Seeds;

namespace Unfold.Engine.Training;

/// <summary>The training signals of an epoch: the same in every epoch, or, where the data set draws others, those of the epoch's own stream.</summary>
internal static class EpochSignals
{
    /// <returns>[count, n], normalised, on the device; the caller disposes it.</returns>
    /// <exception cref="UnfoldException">UFD010: the data set drew something else.</exception>
    public static torch.Tensor Of(PreparedProblem prepared, SeedStreams seeds, int epoch)
    {
        if (prepared.Redraw is null)
            return prepared.Train.alias();
        using var noGradient = torch.no_grad();
        using var generator = seeds.Generator(SeedPurpose.EpochSignals, epoch);
        return prepared.Redraw(generator);
    }
}
