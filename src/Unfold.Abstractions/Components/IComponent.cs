namespace Unfold;

/// <summary>What every component offers besides its contract.</summary>
public interface IComponent
{
    /// <summary>
    /// The options record that the component was built from. A run's identity (its SHA-256) is computed from it,
    /// so it must be the very record that the constructor received.
    /// </summary>
    object Options { get; }
}
