namespace Unfold;

/// <summary>
/// States that a continuation or loss only makes sense with an architecture that has a capability, such as
/// <see cref="IWarmStartable"/>. The build refuses an experiment that combines it with any other architecture.
/// </summary>
/// <param name="capability">A marker interface that the architecture's component class must implement.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RequiresAttribute(Type capability) : Attribute
{
    /// <summary>The marker interface.</summary>
    public Type Capability { get; } = capability;
}
