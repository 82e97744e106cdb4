namespace Unfold;

/// <summary>
/// An architecture or continuation that can be differentiated through everything its values depend on. In training it may hold back a part
/// (constants that depend on the parameters, a detached warm start); what studies the loss itself, as landscapes do, asks it not to:
/// truncated derivatives are those of no function.
/// </summary>
/// <typeparam name="T">The kind of component.</typeparam>
public interface IFullyDifferentiable<out T>
    where T : IComponent
{
    /// <summary>A component of the same values that holds nothing back: itself, where it never does.</summary>
    T WithFullGradient();
}
