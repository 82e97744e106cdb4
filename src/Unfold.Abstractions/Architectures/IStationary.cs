namespace Unfold;

/// <summary>
/// Marks an architecture whose layers are one and the same map of the state, whatever the index k: the iterations of one fixed-point
/// equation, of which an equilibrium can be taken. Of any other network an equilibrium means nothing, so it is refused.
/// </summary>
public interface IStationary
{
    /// <summary>Whether it is, with the options that it has: false where they give layers weights of their own.</summary>
    bool IsStationary => true;
}
