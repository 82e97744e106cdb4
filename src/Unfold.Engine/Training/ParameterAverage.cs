using TorchSharp;
using Unfold.Engine.Networks;

namespace Unfold.Engine.Training;

/// <summary>
/// The exponential moving average of the parameters (Polyak and Juditsky 1992; with a decay that grows from 2/11, so that the initial values are soon
/// forgotten). Buffers are not averaged.
/// </summary>
internal sealed class ParameterAverage : IDisposable
{
    private readonly IReadOnlyDictionary<string, torch.Tensor> _parameters;
    private readonly double _decay;
    private readonly Dictionary<string, torch.Tensor> _values;

    /// <param name="parameters">The parameters; their present values begin the average.</param>
    /// <param name="decay">The decay in the long run.</param>
    public ParameterAverage(IReadOnlyDictionary<string, torch.Tensor> parameters, double decay)
    {
        (_parameters, _decay) = (parameters, decay);
        using var scope = torch.NewDisposeScope();
        _values = parameters.ToDictionary(p => p.Key, p => p.Value.detach().clone().DetachFromDisposeScope(), StringComparer.Ordinal);
    }

    /// <summary>The average by name.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Values => _values;

    /// <summary>Takes in the parameters after so many steps.</summary>
    public void Add(long steps)
    {
        using var noGradient = torch.no_grad();
        var decay = Math.Min(_decay, (1.0 + steps) / (10.0 + steps));
        foreach (var (name, value) in _values)
            value.mul_(decay).add_(_parameters[name], 1 - decay);
    }

    /// <summary>Goes on from a saved average.</summary>
    /// <exception cref="FormatException">It is of other parameters.</exception>
    public void Load(IReadOnlyDictionary<string, torch.Tensor> saved)
    {
        foreach (var (name, value) in _values)
            NetworkState.Fill(value, saved.GetValueOrDefault(name) ?? throw new FormatException($"the average of '{name}' is missing"), name);
    }

    /// <summary>Puts the average in place of the parameters.</summary>
    public void Apply()
    {
        using var noGradient = torch.no_grad();
        foreach (var (name, value) in _values)
            _parameters[name].copy_(value);
    }

    /// <summary>The same until the result is disposed.</summary>
    public IDisposable InPlace()
    {
        var own = new SavedState(_parameters.Values);
        Apply();
        return own;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var value in _values.Values)
            value.Dispose();
    }
}
