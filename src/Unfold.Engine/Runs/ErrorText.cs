using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>Errors as people read them, in one line.</summary>
public static class ErrorText
{
    /// <summary>How an error that nobody foresaw is mended.</summary>
    internal const string Unforeseen = "nobody foresaw this: a mistake in a plugin or in Unfold, --verbose shows where";

    /// <summary>The code, what is wrong, and how to mend it.</summary>
    public static string Of(Exception error) => error switch
    {
        null => throw new ArgumentNullException(nameof(error)),
        UnfoldException known => $"{known.Code}: {known.Message}; {known.Mend}",
        ResultsException known => $"{known.Code}: {known.Message}; {known.Mend}",
        _ => $"UFT003: {Kind(error)}; {Unforeseen}",
    };

    /// <summary>The type and the message, without the stack that libtorch appends to it.</summary>
    internal static string Kind(Exception error) => $"{error.GetType().Name}: {error.Message.ReplaceLineEndings("\n").Split('\n')[0]}";
}
