using TorchSharp;

namespace Unfold.Engine.Problems;

/// <summary>A run's problem with its data on the device; owns both.</summary>
public sealed class PreparedProblem : IDisposable
{
    /// <summary>What networks are built for.</summary>
    public required Problem Problem { get; init; }

    /// <summary>The noise, or null.</summary>
    public required INoise? Noise { get; init; }

    /// <summary>Training signals [count, n], normalised; where others are drawn for every epoch, the first draw, which figures and landscapes are taken on.</summary>
    public required torch.Tensor Train { get; init; }

    /// <summary>Validation signals [count, n], normalised; may be empty.</summary>
    public required torch.Tensor Validation { get; init; }

    /// <summary>Test signals [count, n], normalised.</summary>
    public required torch.Tensor Test { get; init; }

    /// <summary>Draws as many other training signals, normalised and on the device, from a generator on the CPU; null where every epoch sees <see cref="Train"/>.</summary>
    public Func<torch.Generator, torch.Tensor>? Redraw { get; init; }

    /// <summary>The images that <see cref="Validation"/> holds the blocks of; null where signals are whole images.</summary>
    public IReadOnlyList<TiledImage>? ValidationImages { get; init; }

    /// <summary>The images that <see cref="Test"/> holds the blocks of; null where signals are whole images.</summary>
    public IReadOnlyList<TiledImage>? TestImages { get; init; }

    /// <summary>SHA-256 of the dataset's content.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>The dataset's licence.</summary>
    public required string Licence { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Train.Dispose();
        Validation.Dispose();
        Test.Dispose();
        Problem.Operator.Dispose();
    }
}
