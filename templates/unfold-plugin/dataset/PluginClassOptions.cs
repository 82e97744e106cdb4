using System.ComponentModel.DataAnnotations;

namespace PluginNamespace;

/// <summary>Options of <see cref="PluginClassDataset"/>.</summary>
public sealed record PluginClassOptions
{
    /// <summary>Training images.</summary>
    [Range(1, 1_000_000)]
    public int Train { get; init; } = 400;

    /// <summary>Test images, from a stream of their own.</summary>
    [Range(1, 1_000_000)]
    public int Test { get; init; } = 100;

    /// <summary>Height and width in pixels.</summary>
    [Range(16, 256)]
    public int Size { get; init; } = 28;

    /// <summary>Blobs in an image.</summary>
    [Range(1, 100)]
    public int Blobs { get; init; } = 4;
}
