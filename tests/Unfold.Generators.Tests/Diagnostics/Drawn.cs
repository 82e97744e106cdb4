using System.Text;
using Microsoft.CodeAnalysis;

namespace Unfold.Generators.Tests;

/// <summary>Diagnostics as a terminal with an underline shows them: the message, the line, and the span below it.</summary>
internal static class Drawn
{
    private const int Width = 100;

    public static string Of(IEnumerable<Diagnostic> diagnostics, IReadOnlyDictionary<string, string> files)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics.OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start))
        {
            var place = diagnostic.Location.GetLineSpan();
            var (start, end) = (place.StartLinePosition, place.EndLinePosition);
            var line = files[place.Path].Split('\n')[start.Line];
            var length = end.Line > start.Line ? line.Length - start.Character : end.Character - start.Character;
            text.Append($"{place.Path["experiments/".Length..]}({start.Line + 1},{start.Character + 1}): {(diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {diagnostic.Id}: {diagnostic.GetMessage()}\n");
            // What is far to the right, or very long, is cut.
            var from = Math.Max(0, Math.Min(start.Character, line.Length) - (Width / 2));
            text.Append($"    {line[from..Math.Min(line.Length, from + Width)]}\n");
            text.Append($"    {new string(' ', start.Character - from)}{new string('^', Math.Clamp(length, 1, Width))}{(end.Line > start.Line ? $" … line {end.Line + 1}" : "")}\n\n");
        }

        return text.ToString();
    }
}
