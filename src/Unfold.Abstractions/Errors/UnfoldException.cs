namespace Unfold;

/// <summary>
/// An error for people: what happened, how to mend it, and a code with a page under docs/diagnostics. Plugins throw it for
/// everything that a user can put right; the command line prints it in one line, without a stack trace.
/// </summary>
public class UnfoldException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="code">
    /// <c>UFD…</c> data (exit code 5), <c>UFE…</c> environment (5), <c>UFP…</c> plugin (4), <c>UFX…</c> spec (2), <c>UFT…</c> training (1, diverged 6).
    /// </param>
    /// <param name="message">What is wrong and where.</param>
    /// <param name="mend">What the reader can do about it.</param>
    /// <param name="innerException">The cause, if another exception is.</param>
    public UnfoldException(string code, string message, string mend, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        Mend = mend;
    }

    /// <summary>The code, such as <c>UFD002</c>.</summary>
    public string Code { get; }

    /// <summary>What the reader can do about it.</summary>
    public string Mend { get; }
}
