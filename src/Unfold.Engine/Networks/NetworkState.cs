using TorchSharp;

namespace Unfold.Engine.Networks;

/// <summary>Puts stored tensors in place of a network's own: its parameters and buffers.</summary>
internal static class NetworkState
{
    /// <summary>Fills the whole network.</summary>
    /// <exception cref="FormatException">The names, types or shapes are of another network.</exception>
    public static void Fill(torch.nn.Module network, IReadOnlyDictionary<string, torch.Tensor> stored)
    {
        var targets = network.state_dict();
        if (targets.Keys.Except(stored.Keys, StringComparer.Ordinal).Concat(stored.Keys.Except(targets.Keys, StringComparer.Ordinal)).FirstOrDefault() is { } odd)
            throw new FormatException($"'{odd}' is in one of file and network only");
        foreach (var (name, target) in targets)
            Fill(target, stored[name], name);
    }

    /// <summary>Fills one tensor.</summary>
    /// <exception cref="FormatException">The type or the shape is another one.</exception>
    public static void Fill(torch.Tensor target, torch.Tensor stored, string name)
    {
        if (stored.dtype != target.dtype || !stored.shape.AsSpan().SequenceEqual(target.shape))
            throw new FormatException($"'{name}' is {stored.dtype} [{string.Join(", ", stored.shape)}], and the network's is {target.dtype} [{string.Join(", ", target.shape)}]");
        using var noGradient = torch.no_grad();
        target.copy_(stored);
    }
}
