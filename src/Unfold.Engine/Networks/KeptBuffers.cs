using TorchSharp;

namespace Unfold.Engine.Networks;

/// <summary>Puts a network's buffers back afterwards: layers that are run again must not count twice, such as batch normalisation's running averages.</summary>
internal sealed class KeptBuffers : IDisposable
{
    private readonly List<(torch.Tensor Buffer, torch.Tensor Value)> _kept;

    public KeptBuffers(torch.nn.Module network)
    {
        using var noGradient = torch.no_grad();
        _kept = [.. network.named_buffers().Select(b => (b.buffer, b.buffer.clone()))];
    }

    /// <summary>Those that have not changed are left alone: a graph may hold them, and minds being written into.</summary>
    public void Dispose()
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        foreach (var (buffer, value) in _kept)
        {
            if (!buffer.eq(value).all().item<bool>())
                buffer.copy_(value);
            value.Dispose();
        }
    }
}
