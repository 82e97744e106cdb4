using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Training;

/// <summary>Keeps the entries of parameters in the ranges that their network gives them.</summary>
internal sealed class ParameterBounds
{
    private readonly List<(Parameter Parameter, ParameterRange Range)> _bounded;

    /// <param name="network">The network.</param>
    /// <param name="parameters">Its trained parameters by name.</param>
    public ParameterBounds(UnfoldingNetwork network, IReadOnlyDictionary<string, Parameter> parameters)
    {
        Ranges = [.. parameters.Keys.Select(network.RangeOf)];
        _bounded = [.. parameters.Values.Zip(Ranges).Where(p => p.Second is not null).Select(p => (p.First, p.Second!))];
    }

    /// <summary>The range of each parameter, in their order; null for one without.</summary>
    public IReadOnlyList<ParameterRange?> Ranges { get; }

    /// <summary>Projects every entry onto its range; one that is not a number stays so, and nothing is fetched from the device.</summary>
    public void Project()
    {
        using var noGradient = torch.no_grad();
        foreach (var (parameter, range) in _bounded)
            parameter.clamp_(range.Lower, range.Upper);
    }
}
