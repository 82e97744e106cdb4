using TorchSharp;

namespace Unfold.Equilibrium;

/// <summary>z = f(z).</summary>
/// <param name="Network">Its layer is f.</param>
/// <param name="Observed">The measurements; they must live as long as the equation does.</param>
/// <param name="Layout">Where z lies in a state.</param>
/// <param name="State">A state: its z, and all that f leaves as it is.</param>
internal sealed record Equation(UnfoldingNetwork Network, Observation Observed, StateLayout Layout, LayerState State)
{
    /// <summary>f.</summary>
    /// <param name="rows">z, [batch, d].</param>
    /// <returns>f(z), [batch, d], in the caller's scope.</returns>
    public torch.Tensor Map(torch.Tensor rows)
    {
        using var scope = torch.NewDisposeScope();
        return Layout.Rows(Network.Layer(Layout.Place(State, rows), Observed, 0)).MoveToOuterDisposeScope();
    }

    /// <summary>The same equation with the state of another z.</summary>
    public Equation At(torch.Tensor rows) => this with { State = Layout.Place(State, rows) };
}
