namespace Unfold.Cli;

/// <summary>A value and where it was written.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Value">The value as JSON.</param>
/// <param name="Origin">File and line, or <c>default</c>.</param>
internal sealed record ValueOrigin(string Path, string Value, string Origin)
{
    /// <summary>What is said of a value that nobody wrote.</summary>
    public const string Default = "default";

    /// <summary>Whether it is more than a default.</summary>
    [Newtonsoft.Json.JsonIgnore]
    public bool IsWritten => Origin != Default;
}
