using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Training;

/// <summary>Keeps the entries of parameters in the ranges that their network gives them.</summary>
internal sealed class ParameterBounds
{
    private readonly Dictionary<Parameter, ParameterRange> _ranges = new(ReferenceEqualityComparer.Instance);

    /// <param name="network">The network.</param>
    /// <param name="parameters">Its trained parameters by name.</param>
    public ParameterBounds(UnfoldingNetwork network, IReadOnlyDictionary<string, Parameter> parameters)
    {
        foreach (var (name, parameter) in parameters)
        {
            if (network.RangeOf(name) is { } range)
                _ranges[parameter] = range;
        }
    }

    /// <summary>The range of each of some parameters, in their order; null for one without.</summary>
    public IReadOnlyList<ParameterRange?> RangesOf(IEnumerable<Parameter> parameters) => [.. parameters.Select(_ranges.GetValueOrDefault)];

    /// <summary>Projects every entry onto its range; one that is not a number stays so, and nothing is fetched from the device.</summary>
    public void Project()
    {
        using var noGradient = torch.no_grad();
        foreach (var (parameter, range) in _ranges)
            parameter.clamp_(range.Lower, range.Upper);
    }
}
