namespace Unfold;

/// <summary>Implemented by a network that may ask for <see cref="Observation.Oracle"/>.</summary>
public interface IOracleNetwork
{
    /// <summary>True where this network, as configured, uses the oracle.</summary>
    bool UsesOracle { get; }
}
