namespace Unfold.Engine.Native;

/// <summary>
/// Torch's native libraries cannot be used: UFE001 no folder, UFE002 incomplete or refused, UFE003 libLibTorchSharp missing or damaged,
/// UFE004 its GLIBCXX requirement unmet, UFE005 platform unsupported.
/// </summary>
public sealed class NativeException(string code, string message, string mend, Exception? cause = null) : UnfoldException(code, message, mend, cause);
