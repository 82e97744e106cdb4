namespace Unfold.Specs;

/// <summary>One check of one merged tree.</summary>
internal sealed class ExperimentCheck(SchemaSet schemas, IReadOnlyList<SpecOverride> overrides, IReadOnlyCollection<string>? wanted, List<SpecMistake> mistakes)
{
    private const int ManyRuns = 1000;

    // Names are folders' names, of at most 255 bytes.
    private const int LongestName = 60;

    private const string Abstract = "abstract";
    private static readonly string[] VariantKeys = ["description", .. SpecSections.OfVariant];
    private static readonly string[] TopKeys = ["$schema", Abstract, Extends.Key, "variants", "expect", .. VariantKeys];

    private readonly FieldReader _fields = new(mistakes);

    /// <summary>The document; null for a file that can only be extended.</summary>
    public ExperimentDocument? Read(SpecObject root, string name, string file)
    {
        if (!name.Split('/').All(IsName))
            mistakes.Add(new SpecMistake("UFX009", root.Place, $"'{name}' is no experiment name: every part a letter, then up to 59 letters, digits, - and _; rename the file"));
        _fields.CheckKeys(root, TopKeys, "an experiment");
        CheckText(root, "$schema");
        if (IsAbstract(root))
        {
            CheckPart(root);
            return null;
        }

        var variants = Variants(root);
        foreach (var alike in variants.GroupBy(v => CSharpNames.OfVariant(v.Name), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            mistakes.Add(new SpecMistake("UFX015", root["variants"]!.Value is SpecObject listed ? listed[alike.Last().Name]!.NamePlace : root.Place, $"variants {string.Join(" and ", alike.Select(v => $"'{v.Name}'"))} become one C# name, upper and lower case aside; rename one"));
        if (variants.Sum(v => (long)v.Cells.Count * v.Seeds.Count) is > ManyRuns and var runs)
            mistakes.Add(new SpecMistake("UFX026", (root["sweep"] ?? root["seeds"])?.NamePlace ?? root.Place, $"the experiment has {runs} runs; more than {ManyRuns} are rarely meant"));
        var expect = root["expect"]?.Value;
        // Names are those of the experiment as it was written, all of it, and right.
        if (expect is not null)
            ExpectReader.Read(expect, wanted is null && overrides.Count == 0 && mistakes.All(m => m.IsWarning) ? new ClaimNames(variants) : null, mistakes);
        return new ExperimentDocument(name, file, CheckText(root, "description"), new EquatableArray<VariantDocument>([.. variants]), expect);
    }

    private bool IsAbstract(SpecObject root)
    {
        if (root[Abstract]?.Value is not { } value)
            return false;
        if (value is SpecScalar { Kind: SpecScalarKind.Boolean } flag)
            return flag.Text == "true";
        mistakes.Add(new SpecMistake("UFX005", value.Place, "'abstract' is true or false: true for a file that can only be extended"));
        return false;
    }

    // What is there must be right; the rest comes from the file that extends this one.
    private void CheckPart(SpecObject root)
    {
        CheckText(root, "description");
        var checker = new SpecChecker(schemas, mistakes.Add, isPart: true);
        foreach (var (name, written) in Written(root))
        {
            var before = mistakes.Count;
            var merged = SpecMerger.Merge(Common(root), written);
            checker.Check(merged);
            SeedsReader.Read(merged, mistakes);
            HalvingReader.Read(merged["sweep"]?.Value, mistakes);
            if (merged["sweep"] is not { } section || SweepReader.Read(section.Value, mistakes, isPart: true) is not { } sweep || mistakes.Count > before)
                continue;
            foreach (var cell in CellExpander.Expand(name, merged.Where(m => m.Name != "sweep"), sweep, mistakes))
                checker.Check(cell.Merged);
        }

        if (root["expect"] is { } expect)
            ExpectReader.Read(expect.Value, null, mistakes);
    }

    private List<VariantDocument> Variants(SpecObject root)
    {
        var common = Common(root);
        var variants = new List<VariantDocument>();
        foreach (var (name, written) in Written(root))
        {
            if (wanted is null || wanted.Any(w => w == name || w.StartsWith(name + "[", StringComparison.Ordinal)))
                variants.Add(Variant(name, CheckText(written, "description"), SpecMerger.Merge(common, written)));
        }

        return variants;
    }

    private VariantDocument Variant(string name, string description, SpecObject merged)
    {
        var section = merged["sweep"]?.Value;
        var sweep = section is null ? Sweep.None(merged.Place) : SweepReader.Read(section, mistakes);
        var halving = HalvingReader.Read(section, mistakes);
        var isSwept = sweep is not null;
        merged = merged.Where(m => m.Name is not ("sweep" or "description"));
        var axes = OverrideApplication.Axes(merged, sweep, overrides);
        merged = OverrideApplication.Merge(merged, axes, overrides);
        var before = mistakes.Count;
        var checker = new SpecChecker(schemas, mistakes.Add);
        checker.Check(merged);
        var seeds = SeedsReader.Read(merged, mistakes);
        IReadOnlyList<CellDocument> cells = [];
        // A variant that is wrong itself makes every cell wrong in the same way.
        if (isSwept && mistakes.Count == before)
        {
            cells = CellExpander.Expand(name, merged, sweep!.With(axes), mistakes);
            foreach (var cell in cells.Where(c => !ReferenceEquals(c.Merged, merged)))
                checker.Check(cell.Merged);
            if (mistakes.Count == before)
                mistakes.AddRange(sweep.RuleMistakes);
            // A quick try of an override with fewer epochs has no rungs, and nothing wrong.
            if (halving is not null && overrides.Count == 0)
                HalvingReader.CheckReach(section, halving, cells, mistakes);
        }

        return new VariantDocument(name, description, merged, new EquatableArray<int>([.. seeds]), new EquatableArray<CellDocument>([.. cells]), halving);
    }

    private IEnumerable<(string Name, SpecObject Written)> Written(SpecObject root)
    {
        if (root["variants"]?.Value is not { } node)
            return [("default", Nothing(root))];
        if (node is not SpecObject { Members.Count: > 0 } listed)
        {
            mistakes.Add(new SpecMistake("UFX005", node.Place, "'variants' is an object with at least one variant"));
            return [];
        }

        return [.. listed.Members.Select(Variant).OfType<(string, SpecObject)>()];
    }

    private (string Name, SpecObject Written)? Variant(SpecMember member)
    {
        if (!IsName(member.Name))
            mistakes.Add(new SpecMistake("UFX009", member.NamePlace, $"'{member.Name}' is no variant name: a letter, then up to 59 letters, digits, - and _"));
        if (member.Value is not SpecObject variant)
        {
            mistakes.Add(new SpecMistake("UFX005", member.Value.Place, "a variant is an object"));
            return null;
        }

        _fields.CheckKeys(variant, VariantKeys, "a variant");
        return (member.Name, variant);
    }

    private string CheckText(SpecObject node, string name)
    {
        if (node[name]?.Value is not { } value)
            return "";
        if (value is SpecScalar { Kind: SpecScalarKind.String } text)
            return text.Text;
        mistakes.Add(new SpecMistake("UFX005", value.Place, $"'{name}' is a string"));
        return "";
    }

    private static SpecObject Common(SpecObject root) => root.Where(m => SpecSections.OfVariant.Contains(m.Name));

    private static SpecObject Nothing(SpecObject root) => root.Where(_ => false);

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
}
