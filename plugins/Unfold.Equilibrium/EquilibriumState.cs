namespace Unfold.Equilibrium;

/// <summary>The state of the network whose equilibrium is taken.</summary>
/// <param name="Of">Before the solve its first state, afterwards the one at the equilibrium.</param>
internal sealed record EquilibriumState(LayerState Of) : LayerState;
