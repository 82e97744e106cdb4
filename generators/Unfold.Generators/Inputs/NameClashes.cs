using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>Experiments whose classes would have one name: the first file by path keeps it, the others have no code.</summary>
/// <param name="All">Who clashes with whom.</param>
internal sealed record NameClashes(EquatableArray<NameClash> All)
{
    /// <summary>Finds them.</summary>
    public static NameClashes Of(ImmutableArray<(string File, string Name)> experiments) => new(new EquatableArray<NameClash>(
    [
        // Hint names of generated files are compared without case.
        .. from alike in experiments.GroupBy(e => CSharpNames.FullName(e.Name), StringComparer.OrdinalIgnoreCase)
           let sorted = alike.OrderBy(e => e.File, StringComparer.Ordinal).ToList()
           from later in sorted.Skip(1)
           select new NameClash(later.File, later.Name, sorted[0].File, sorted[0].Name),
    ]));

    /// <summary>Whether a file must do without code.</summary>
    public bool Has(string file) => All.Any(c => c.File == file);

    /// <summary>Tells them.</summary>
    public static void Report(SourceProductionContext context, NameClashes clashes)
    {
        foreach (var clash in clashes.All)
        {
            var what = clash.Name == clash.FirstName ? $"experiment '{clash.Name}' is in {clash.FirstFile} too" : $"experiment '{clash.Name}' has the same C# name as '{clash.FirstName}' ({clash.FirstFile})";
            context.ReportDiagnostic(SpecRules.Diagnostic(new SpecDiagnostic("UFX015", clash.File, new SourceSpan(0, 0, 1, 1, 1, 1), $"{what}; rename one of the files")));
        }
    }
}
