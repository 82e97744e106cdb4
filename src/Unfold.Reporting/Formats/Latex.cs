namespace Unfold.Reporting;

/// <summary>Text as LaTeX.</summary>
internal static class Latex
{
    /// <summary>Text on one line, with everything that LaTeX would read as a command escaped.</summary>
    public static string Escape(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(c => c switch
    {
        '\\' => "\\textbackslash{}",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",
        '<' => "\\textless{}",
        '>' => "\\textgreater{}",
        '|' => "\\textbar{}",
        '"' => "\\textquotedbl{}",
        '{' or '}' or '$' or '&' or '#' or '_' or '%' => $"\\{c}",
        '±' => "$\\pm$",
        '−' => "$-$",
        '≥' => "$\\geq$",
        '–' => "--",
        '’' => "'",
        _ => c.ToString(),
    }));
}
