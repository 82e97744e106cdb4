using TorchSharp;

namespace Unfold.Engine.Training;

/// <summary>Copies of the parameters of the epoch with the lowest validation MSE.</summary>
/// <param name="parameters">The trained parameters by name.</param>
internal sealed class BestParameters(IReadOnlyDictionary<string, torch.Tensor> parameters) : IDisposable
{
    private readonly Dictionary<string, torch.Tensor> _copies = new(StringComparer.Ordinal);

    /// <summary>The epoch, from 1; 0 where there is none yet.</summary>
    public int Epoch { get; private set; }

    /// <summary>Its validation MSE.</summary>
    public double Mse { get; private set; } = double.PositiveInfinity;

    /// <summary>The copies by name; none where there is no such epoch.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Copies => _copies;

    /// <summary>Copies the parameters where they are better than those before. Epoch 0 is the untrained network: reported beside the result, never as the result.</summary>
    public void Consider(int epoch, double validationMse)
    {
        if (epoch > 0 && validationMse < Mse)
            Keep(epoch, validationMse, parameters);
    }

    /// <summary>Copies what was kept before.</summary>
    public void Keep(int epoch, double validationMse, IReadOnlyDictionary<string, torch.Tensor> values)
    {
        (Epoch, Mse) = (epoch, validationMse);
        Dispose();
        using var scope = torch.NewDisposeScope();
        foreach (var (name, value) in values)
            _copies[name] = value.detach().to(parameters[name].device).clone().DetachFromDisposeScope();
    }

    /// <summary>Puts the copies in place of the parameters.</summary>
    public void Restore()
    {
        using var noGradient = torch.no_grad();
        foreach (var (name, copy) in _copies)
            parameters[name].copy_(copy);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var copy in _copies.Values)
            copy.Dispose();
        _copies.Clear();
    }
}
