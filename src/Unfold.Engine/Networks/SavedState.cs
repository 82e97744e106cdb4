using TorchSharp;

namespace Unfold.Engine.Networks;

/// <summary>
/// A network's tensors as they are, and put back bit by bit at the end, whatever happens in between. Replacing them in
/// the call alone is not possible for networks of strangers: they hold their parameters in fields.
/// </summary>
internal sealed class SavedState : IDisposable
{
    private readonly List<(torch.Tensor Target, torch.Tensor Copy)> _saved = [];

    /// <param name="targets">The tensors: a network's parameters and buffers, or some of them.</param>
    public SavedState(IEnumerable<torch.Tensor> targets)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        foreach (var target in targets)
            _saved.Add((target, target.detach().clone().DetachFromDisposeScope()));
    }

    /// <summary>Puts everything back.</summary>
    public void Restore()
    {
        using var noGradient = torch.no_grad();
        foreach (var (target, copy) in _saved)
            target.copy_(copy);
    }

    /// <summary>Puts everything back, for good.</summary>
    public void Dispose()
    {
        Restore();
        foreach (var (_, copy) in _saved)
            copy.Dispose();
    }
}
