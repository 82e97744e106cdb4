using System.Globalization;

namespace Unfold.Specs;

/// <summary>Reads and checks the <c>expect</c> section.</summary>
public static class ExpectReader
{
    private static readonly string[] Keys = ["tolerances", "claims"];

    /// <summary>Reads a section that was checked before, from the JSON that a compiled experiment carries.</summary>
    /// <exception cref="ArgumentException">It has mistakes.</exception>
    public static Expectations Parse(string json)
    {
        var parsed = SpecParser.Parse("expect", json);
        var mistakes = parsed.Diagnostics.ToList();
        var expectations = parsed.Root is { } root ? Read(root, null, mistakes) : Expectations.None;
        return mistakes.Count == 0 ? expectations : throw new ArgumentException(string.Join("\n", mistakes), nameof(json));
    }

    /// <summary>Reads the section.</summary>
    /// <param name="node">Its value.</param>
    /// <param name="variants">The experiment's variants; null where they were checked before.</param>
    /// <param name="mistakes">Receives the mistakes.</param>
    internal static Expectations Read(SpecNode node, IReadOnlyList<string>? variants, List<SpecDiagnostic> mistakes)
    {
        if (node is not SpecObject section)
        {
            mistakes.Add(At("UFX005", node, "'expect' is an object"));
            return Expectations.None;
        }

        mistakes.AddRange(section.Members
            .Where(m => !Keys.Contains(m.Name))
            .Select(m => new SpecDiagnostic("UFX003", node.File, m.NameSpan, $"'expect' has no '{m.Name}'; {NearestNames.Hint(m.Name, Keys)}")));
        var tolerances = section["tolerances"] is { } t ? Tolerances(t.Value, mistakes) : [];
        var claims = section["claims"] is { } c ? Claims(c.Value, variants, mistakes) : [];
        return new Expectations(new EquatableArray<MetricTolerance>([.. tolerances]), new EquatableArray<Claim>([.. claims]));
    }

    private static List<MetricTolerance> Tolerances(SpecNode node, List<SpecDiagnostic> mistakes)
    {
        var tolerances = new List<MetricTolerance>();
        if (node is not SpecObject listed)
        {
            mistakes.Add(At("UFX005", node, "'tolerances' is an object from metrics to { \"abs\": …, \"rel\": … }"));
            return tolerances;
        }

        foreach (var member in listed.Members)
        {
            if (!ExpectableMetrics.Names.Contains(member.Name))
                mistakes.Add(new SpecDiagnostic("UFX011", node.File, member.NameSpan, NoMetric(member.Name)));
            else if (member.Value is SpecObject value)
                tolerances.Add(new MetricTolerance(member.Name, Bound(value, "abs", mistakes), Bound(value, "rel", mistakes)));
            else
                mistakes.Add(At("UFX005", member.Value, $"the tolerance of '{member.Name}' is an object: {{ \"abs\": …, \"rel\": … }}"));
        }

        return tolerances;
    }

    private static double Bound(SpecObject tolerance, string name, List<SpecDiagnostic> mistakes)
    {
        foreach (var unknown in tolerance.Members.Where(m => m.Name is not ("abs" or "rel")))
            mistakes.Add(new SpecDiagnostic("UFX003", tolerance.File, unknown.NameSpan, $"a tolerance has no '{unknown.Name}'; it has abs and rel"));
        if (tolerance[name]?.Value is not { } node)
            return 0;
        if (node is SpecScalar { Kind: SpecScalarKind.Integer or SpecScalarKind.Number } number)
        {
            var bound = double.Parse(number.Text, CultureInfo.InvariantCulture);
            if (bound >= 0)
                return bound;
            mistakes.Add(At("UFX006", node, $"'{name}' is {number.Text}, and must be at least 0"));
            return 0;
        }

        mistakes.Add(At("UFX005", node, $"'{name}' is a number"));
        return 0;
    }

    private static List<Claim> Claims(SpecNode node, IReadOnlyList<string>? variants, List<SpecDiagnostic> mistakes)
    {
        var claims = new List<Claim>();
        if (node is not SpecArray listed)
        {
            mistakes.Add(At("UFX005", node, "'claims' is an array of strings"));
            return claims;
        }

        foreach (var item in listed.Items)
        {
            if (item is SpecScalar { Kind: SpecScalarKind.String } text && Claim.Parse(text.Text) is { } claim)
            {
                CheckOperand(claim.Left, item, variants, mistakes);
                CheckOperand(claim.Right, item, variants, mistakes);
                claims.Add(claim);
            }
            else
            {
                mistakes.Add(At("UFX010", item, "a claim is a string such as \"c-dec.test.mse < deconet.test.mse\": variant.metric, < or >, variant.metric"));
            }
        }

        return claims;
    }

    private static void CheckOperand(ClaimOperand operand, SpecNode place, IReadOnlyList<string>? variants, List<SpecDiagnostic> mistakes)
    {
        if (variants is not null && !variants.Contains(operand.Variant))
            mistakes.Add(At("UFX010", place, $"there is no variant '{operand.Variant}'; {NearestNames.Hint(operand.Variant, variants)}"));
        if (!ExpectableMetrics.Names.Contains(operand.Metric))
            mistakes.Add(At("UFX011", place, NoMetric(operand.Metric)));
    }

    private static string NoMetric(string name) => $"there is no metric '{name}' to expect; {NearestNames.Hint(name, ExpectableMetrics.Names)}";

    private static SpecDiagnostic At(string code, SpecNode place, string message) => new(code, place.File, place.Span, message);
}
