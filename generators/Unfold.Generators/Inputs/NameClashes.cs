using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>Two experiments whose classes would have one name.</summary>
internal static class NameClashes
{
    public static void Report(SourceProductionContext context, ImmutableArray<(string Path, string Name)> files)
    {
        // Hint names of generated files are compared without case.
        foreach (var clash in files.GroupBy(f => CSharpNames.FullName(f.Name), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            var sorted = clash.OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
            foreach (var (path, name) in sorted.Skip(1))
                context.ReportDiagnostic(SpecRules.Diagnostic(new SpecDiagnostic("UFX015", path, new SourceSpan(0, 0, 1, 1, 1, 1), $"experiment '{name}' has the same C# name as '{sorted[0].Name}' ({sorted[0].Path}); rename one of the files")));
        }
    }
}
