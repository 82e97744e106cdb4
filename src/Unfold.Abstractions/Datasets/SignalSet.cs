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

    /// <summary>The shape of one signal.</summary>
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
