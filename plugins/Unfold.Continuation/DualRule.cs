namespace Unfold.Continuation;

/// <summary>What happens to the dual variables between continuation steps.</summary>
public enum DualRule
{
    /// <summary>They start at zero again.</summary>
    Reset,

    /// <summary>They are kept. With <see cref="Accelerated"/> and few layers a step this diverges.</summary>
    Keep,
}
