namespace Unfold.Engine.Native;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="State">How it is.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Mend">What to do where it is not well.</param>
public sealed record NativeCheck(string Name, NativeCheckState State, string Detail, string? Mend = null);
