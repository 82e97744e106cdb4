namespace Unfold.Sweeps;

/// <summary>A sweep cannot be carried out; each code (UFS001 …) has a page under docs/diagnostics.</summary>
public sealed class SweepException(string code, string message, string mend, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The code.</summary>
    public string Code { get; } = code;

    /// <summary>What the reader can do about it.</summary>
    public string Mend { get; } = mend;
}
