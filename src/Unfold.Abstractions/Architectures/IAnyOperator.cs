namespace Unfold;

/// <summary>
/// Marks an architecture whose networks take the operator from every <see cref="Observation"/>, so that it may be another than the
/// problem's, of another number of measurements too. Any other network would compute with the wrong one, so it is refused.
/// </summary>
public interface IAnyOperator;
