namespace Unfold.Engine.Native;

/// <summary>How a thing is that the doctor looked at.</summary>
public enum NativeCheckState
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Training cannot start.</summary>
    Failed,
}
