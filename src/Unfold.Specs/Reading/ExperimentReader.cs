namespace Unfold.Specs;

/// <summary>Reads specs: parse, extend, merge, check. The same for the generator and at run time, so that both say the same.</summary>
public static class ExperimentReader
{
    private const int MostMistakes = 100;

    /// <summary>Reads one text that extends nothing.</summary>
    /// <param name="file">The file, as messages name it.</param>
    /// <param name="name">The experiment's name.</param>
    /// <param name="text">Its JSON.</param>
    /// <param name="schemas">What there is.</param>
    public static ExperimentReadResult Read(string file, string name, string text, SchemaSet schemas) =>
        Read(file, name, new SpecFiles(path => path == SpecFiles.Normal(file) ? SpecParser.Parse(file, text) : null), schemas);

    /// <summary>Reads a file and what it extends.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">The experiment's name.</param>
    /// <param name="files">The files that there are.</param>
    /// <param name="schemas">What there is.</param>
    /// <param name="overrides">Changes to every variant, or null.</param>
    /// <param name="variants">Names of the variants or cells that are wanted; null for all.</param>
    public static ExperimentReadResult Read(
        string file, string name, SpecFiles files, SchemaSet schemas, SpecOverrides? overrides = null, IReadOnlyCollection<string>? variants = null)
    {
        overrides ??= SpecOverrides.None;
        var resolved = Extends.Resolve(file, files);
        // Wrong overrides are not laid over anything: what they say of themselves is enough.
        var found = Check(resolved, name, schemas, overrides.Diagnostics.Count == 0 ? overrides.All : [], variants);
        var positions = new SpecPositions([.. files.Read.Select(r => r.Positions), .. overrides.Positions]);
        SpecDiagnostic[] diagnostics = [.. overrides.Diagnostics, .. files.Read.SelectMany(r => r.Diagnostics), .. found.Mistakes.Select(m => m.At(positions))];
        var document = diagnostics.All(d => d.IsWarning) ? found.Document : null;
        return new ExperimentReadResult(document, new EquatableArray<SpecDiagnostic>([.. diagnostics.OrderBy(d => d.Span.Start)]), positions);
    }

    /// <summary>Checks a tree. It knows no lines: only a change of names or values changes the result.</summary>
    public static CheckedExperiment Check(
        ResolvedSpec spec, string name, SchemaSet schemas, IReadOnlyList<SpecOverride>? overrides = null, IReadOnlyCollection<string>? wanted = null)
    {
        if (spec.Root is not { } root)
            return new CheckedExperiment(null, spec.Mistakes);
        var mistakes = spec.Mistakes.ToList();
        var document = new ExperimentCheck(schemas, overrides ?? [], wanted, mistakes).Read(root, name, spec.File);
        // A mistake in the common part is one mistake, however many variants and cells inherit it.
        var sorted = mistakes.Distinct().OrderBy(m => m.Place.File, StringComparer.Ordinal).ThenBy(m => m.Place.Token).ThenBy(m => m.Code, StringComparer.Ordinal).Take(MostMistakes).ToArray();
        return new CheckedExperiment(sorted.All(m => m.IsWarning) ? document : null, new EquatableArray<SpecMistake>(sorted));
    }
}
