namespace Unfold;

/// <summary>
/// Implemented by an architecture whose untrained network is a classical algorithm: its K layers compute what K layers of the solver's network do.
/// </summary>
public interface IUnrolled
{
    /// <summary>The solver, with the same number of layers.</summary>
    IArchitecture Solver { get; }
}
