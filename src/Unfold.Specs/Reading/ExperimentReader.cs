namespace Unfold.Specs;

/// <summary>Reads a spec: parse, merge, check. The same for the generator and at run time, so that both say the same.</summary>
public static class ExperimentReader
{
    private static readonly string[] VariantKeys = ["seed", "training", .. SpecChecker.ComponentSections];
    private static readonly string[] TopKeys = ["$schema", "description", "variants", "expect", .. VariantKeys];

    /// <summary>Reads a file's text.</summary>
    /// <param name="file">The file, as messages name it.</param>
    /// <param name="name">The experiment's name.</param>
    /// <param name="text">Its JSON.</param>
    /// <param name="schemas">What there is.</param>
    public static ExperimentReadResult Read(string file, string name, string text, SchemaSet schemas)
    {
        var parsed = SpecParser.Parse(file, text);
        if (parsed.Root is not { } root)
            return new ExperimentReadResult(null, parsed.Diagnostics);
        var mistakes = new List<SpecDiagnostic>();
        CheckName(root, name, mistakes);
        CheckKeys(root, TopKeys, "an experiment", mistakes);
        var variants = Variants(root, mistakes);
        var checker = new SpecChecker(schemas, mistakes.Add);
        foreach (var variant in variants)
            checker.Check(variant.Merged);
        var expect = root["expect"]?.Value;
        if (expect is not null)
            ExpectReader.Read(expect, [.. variants.Select(v => v.Name)], mistakes);
        // A mistake in the common part is one mistake, however many variants inherit it.
        var sorted = mistakes.Distinct().OrderBy(m => m.Span.Start).ThenBy(m => m.Code, StringComparer.Ordinal).ToArray();
        var document = new ExperimentDocument(name, file, (root["description"]?.Value as SpecScalar)?.Text ?? "", new EquatableArray<VariantDocument>([.. variants]), expect);
        return new ExperimentReadResult(sorted.Length == 0 ? document : null, new EquatableArray<SpecDiagnostic>(sorted));
    }

    private static List<VariantDocument> Variants(SpecObject root, List<SpecDiagnostic> mistakes)
    {
        var common = root with { Members = new EquatableArray<SpecMember>([.. root.Members.Where(m => VariantKeys.Contains(m.Name))]) };
        if (root["description"]?.Value is { } description and not SpecScalar { Kind: SpecScalarKind.String })
            mistakes.Add(new SpecDiagnostic("UFX005", description.File, description.Span, "'description' is a string"));
        if (root["variants"]?.Value is not { } node)
            return [new VariantDocument("default", common)];
        if (node is not SpecObject { Members.Count: > 0 } listed)
        {
            mistakes.Add(new SpecDiagnostic("UFX005", node.File, node.Span, "'variants' is an object with at least one variant"));
            return [];
        }

        var variants = new List<VariantDocument>();
        foreach (var member in listed.Members)
        {
            if (!IsName(member.Name))
                mistakes.Add(new SpecDiagnostic("UFX009", node.File, member.NameSpan, $"'{member.Name}' is no variant name: a letter, then letters, digits, - and _"));
            if (member.Value is SpecObject variant)
            {
                CheckKeys(variant, VariantKeys, "a variant", mistakes);
                variants.Add(new VariantDocument(member.Name, VariantMerger.Merge(common, variant)));
            }
            else
            {
                mistakes.Add(new SpecDiagnostic("UFX005", node.File, member.Value.Span, "a variant is an object"));
            }
        }

        return variants;
    }

    private static void CheckKeys(SpecObject node, string[] known, string owner, List<SpecDiagnostic> mistakes) =>
        mistakes.AddRange(node.Members
            .Where(m => !known.Contains(m.Name))
            .Select(m => new SpecDiagnostic("UFX003", node.File, m.NameSpan, $"{owner} has no '{m.Name}'; {NearestNames.Hint(m.Name, known)}")));

    private static void CheckName(SpecObject root, string name, List<SpecDiagnostic> mistakes)
    {
        if (!name.Split('/').All(IsName))
            mistakes.Add(new SpecDiagnostic("UFX009", root.File, root.Span with { Length = 1, EndLine = root.Span.Line, EndColumn = root.Span.Column + 1 }, $"'{name}' is no experiment name: every part a letter, then letters, digits, - and _; rename the file"));
    }

    private static bool IsName(string name) =>
        name.Length > 0 && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
}
