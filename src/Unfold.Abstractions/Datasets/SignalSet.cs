using TorchSharp;

namespace Unfold;

/// <summary>The signals of a dataset, in pixel units, on the CPU. Its owner disposes the tensors.</summary>
public sealed record SignalSet : IDisposable
{
    /// <summary>Training signals, float32 [count, n], pixel units.</summary>
    public required torch.Tensor Train { get; init; }

    /// <summary>Validation signals [count, n], or null: the engine then carves them from <see cref="Train"/>.</summary>
    public torch.Tensor? Validation { get; init; }

    /// <summary>Test signals [count, n], pixel units; used for reporting only.</summary>
    public required torch.Tensor Test { get; init; }

    /// <summary>
    /// Draws other training signals, for data sets that have no end of them: [count, n] on the CPU, pixel units, at least as many as <see cref="Train"/>, from the generator
    /// alone. The engine calls it once in every epoch, and trains on as many of them as it would on <see cref="Train"/>, which still is what figures on training
    /// signals are taken of. The caller owns the tensor. Null: every epoch sees <see cref="Train"/>.
    /// </summary>
    public Func<torch.Generator, torch.Tensor>? Redraw { get; init; }

    /// <summary>The images that <see cref="Validation"/> holds the blocks of; null where a signal is a whole image.</summary>
    public IReadOnlyList<TiledImage>? ValidationImages { get; init; }

    /// <summary>
    /// The images that <see cref="Test"/> holds the blocks of; null where a signal is a whole image. Networks see blocks, losses are those of blocks; MSE, PSNR, SSIM
    /// and NMSE are taken of images put together from them, in the order of this list.
    /// </summary>
    public IReadOnlyList<TiledImage>? TestImages { get; init; }

    /// <summary>The shape of one signal: of a block, where images are cut.</summary>
    public required SignalShape Shape { get; init; }

    /// <summary>Range and normalisation.</summary>
    public required PixelScale Scale { get; init; }

    /// <summary>The licence as its publisher states it.</summary>
    public required string Licence { get; init; }

    /// <summary>SHA-256 (lower-case hex) over what the signals were read or made from.</summary>
    public required string ContentSha256 { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Train.Dispose();
        Validation?.Dispose();
        Test.Dispose();
    }
}
