namespace Unfold.Specs;

/// <summary>A mistake in a spec, the same whichever path found it (generator, file reader, override).</summary>
/// <param name="Code"><c>UFX001</c> ….</param>
/// <param name="File">The JSON file.</param>
/// <param name="Span">Where in it.</param>
/// <param name="Message">What is wrong and how to mend it, one line.</param>
public sealed record SpecDiagnostic(string Code, string File, SourceSpan Span, string Message)
{
    /// <summary>The line a person sees: <c>file(line,col): error CODE: message</c>.</summary>
    public override string ToString() => $"{File}({Span.Line},{Span.Column}): error {Code}: {Message}";
}
