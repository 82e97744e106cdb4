namespace Unfold.Specs;

/// <summary>A mistake in a spec, the same whichever path found it (generator, file reader, override).</summary>
/// <param name="Code"><c>UFX001</c> ….</param>
/// <param name="File">The JSON file.</param>
/// <param name="Span">Where in it.</param>
/// <param name="Message">What is wrong and how to mend it, one line.</param>
public sealed record SpecDiagnostic(string Code, string File, SourceSpan Span, string Message)
{
    private const int LongestMessage = 400;

    /// <summary>Whether the spec is good all the same.</summary>
    public bool IsWarning => IsWarningCode(Code);

    /// <summary>The message, shortened where a name in it is absurdly long.</summary>
    public string Text => Message.Length <= LongestMessage ? Message : Message.Substring(0, LongestMessage) + "…";

    /// <summary>The line a person sees: <c>file(line,col): error CODE: message</c>.</summary>
    public override string ToString() => $"{File}({Span.Line},{Span.Column}): {(IsWarning ? "warning" : "error")} {Code}: {Text}";

    /// <summary>Restated values and very large sweeps are allowed, and worth a word.</summary>
    internal static bool IsWarningCode(string code) => code is "UFX025" or "UFX026";
}
