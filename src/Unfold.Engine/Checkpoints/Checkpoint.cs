using TorchSharp;
using Unfold.Engine.Safetensors;

namespace Unfold.Engine.Checkpoints;

/// <summary>A saved state of a training; owns its tensors, which are on the CPU.</summary>
/// <param name="Position">Its numbers.</param>
/// <param name="File">Its tensors.</param>
internal sealed record Checkpoint(TrainingPosition Position, SafetensorsFile File) : IDisposable
{
    /// <summary>Prefix of the network's parameters and buffers.</summary>
    public const string Network = "network.";

    /// <summary>Prefix of the optimizer's state.</summary>
    public const string Optimizer = "optimizer.";

    /// <summary>Prefix of the parameters with the lowest validation MSE.</summary>
    public const string Best = "best.";

    /// <summary>Prefix of the parameters' average.</summary>
    public const string Average = "ema.";

    /// <summary>Losses of the running epoch's steps.</summary>
    public const string Losses = "epoch.losses";

    /// <summary>Gradient norms of the same.</summary>
    public const string Norms = "epoch.gradient_norms";

    /// <summary>The tensors of a prefix, without it.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Of(string prefix) => File.Tensors
        .Where(t => t.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(t => t.Key[prefix.Length..], t => t.Value, StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Dispose() => File.Dispose();
}
