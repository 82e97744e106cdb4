namespace Unfold.Specs;

/// <summary>Reads and checks the <c>expect</c> section.</summary>
public static class ExpectReader
{
    private static readonly string[] Keys = ["tolerances", "metrics", "claims"];

    /// <summary>Reads a section that was checked before, from the JSON that a compiled experiment carries.</summary>
    /// <exception cref="ArgumentException">It has mistakes.</exception>
    public static Expectations Parse(string json)
    {
        var parsed = SpecParser.Parse("expect", json);
        var mistakes = new List<SpecMistake>();
        var expectations = parsed.Root is { } root ? Read(root, null, mistakes) : Expectations.None;
        var told = parsed.Diagnostics.Concat(mistakes.Select(m => m.At(new SpecPositions([parsed.Positions])))).ToList();
        return told.Count == 0 ? expectations : throw new ArgumentException(string.Join("\n", told), nameof(json));
    }

    /// <summary>Reads the section.</summary>
    /// <param name="node">Its value.</param>
    /// <param name="names">The experiment's variants and cells; null where they were checked before.</param>
    /// <param name="mistakes">Receives the mistakes.</param>
    internal static Expectations Read(SpecNode node, ClaimNames? names, List<SpecMistake> mistakes)
    {
        if (node is not SpecObject section)
        {
            mistakes.Add(new SpecMistake("UFX005", node.Place, "'expect' is an object"));
            return Expectations.None;
        }

        var fields = new FieldReader(mistakes);
        fields.CheckKeys(section, Keys, "'expect'");
        return new Expectations(
            new EquatableArray<MetricTolerance>([.. Tolerances(section["tolerances"]?.Value, fields, mistakes)]),
            new EquatableArray<ExpectedMetric>([.. Metrics(section["metrics"]?.Value, names, fields, mistakes)]),
            new EquatableArray<Claim>([.. new ClaimsReader(names, fields, mistakes).Read(section["claims"]?.Value)]));
    }

    private static IEnumerable<MetricTolerance> Tolerances(SpecNode? node, FieldReader fields, List<SpecMistake> mistakes)
    {
        const string Shape = "{ \"abs\": …, \"rel\": …, \"cuda\": { … } }";
        foreach (var (metric, tolerance) in OfMetrics(node, $"'tolerances' is an object from metrics to {Shape}", Shape, fields, mistakes))
        {
            fields.CheckKeys(tolerance, ["abs", "rel", .. DeviceClasses.All], "a tolerance");
            // What names no bound says nothing of the class: the default stays.
            if (HasBound(tolerance))
                yield return Tolerance(metric, tolerance, fields);
            foreach (var member in tolerance.Members.Where(m => DeviceClasses.All.Contains(m.Name)))
            {
                if (OfClass(member, fields, mistakes) is { } own)
                    yield return Tolerance(metric, own, fields) with { Device = member.Name };
            }
        }
    }

    // For a class both bounds are said anew: the sum of two tolerances would be nobody's.
    private static SpecObject? OfClass(SpecMember member, FieldReader fields, List<SpecMistake> mistakes)
    {
        if (member.Value is not SpecObject own)
        {
            mistakes.Add(new SpecMistake("UFX005", member.Value.Place, $"the tolerance for '{member.Name}' is an object: {{ \"abs\": …, \"rel\": … }}"));
            return null;
        }

        fields.CheckKeys(own, ["abs", "rel"], $"a tolerance for '{member.Name}'");
        return HasBound(own) ? own : null;
    }

    private static bool HasBound(SpecObject tolerance) => tolerance["abs"] is not null || tolerance["rel"] is not null;

    private static MetricTolerance Tolerance(string metric, SpecObject tolerance, FieldReader fields) =>
        new(metric, fields.AtLeastZero(tolerance, "abs"), fields.AtLeastZero(tolerance, "rel"));

    private static IEnumerable<ExpectedMetric> Metrics(SpecNode? node, ClaimNames? names, FieldReader fields, List<SpecMistake> mistakes)
    {
        const string Shape = "{ \"value\": …, \"abs\": …, \"rel\": …, \"orBetter\": true, \"source\": \"…\", \"device\": \"cpu\" }";
        foreach (var member in fields.Object(node, "'metrics' is an object from variants to their metrics"))
        {
            if (names?.Problem(member.Name) is { } problem)
                mistakes.Add(new SpecMistake("UFX010", member.NamePlace, problem));
            foreach (var (metric, expected) in OfMetrics(member.Value, $"what is expected of '{member.Name}' is an object from metrics to {Shape}", Shape, fields, mistakes))
            {
                fields.CheckKeys(expected, ["value", "abs", "rel", "orBetter", "source", "device"], "an expected metric");
                if (expected["value"] is null)
                    mistakes.Add(new SpecMistake("UFX007", expected.Place, "an expected metric needs 'value'"));
                var tolerance = HasBound(expected) ? Tolerance(metric, expected, fields) : MetricTolerance.Default(metric);
                var orBetter = fields.Flag(expected, "orBetter");
                if (orBetter && ExpectableMetrics.DirectionOf(metric) == MetricDirection.None)
                    mistakes.Add(new SpecMistake("UFX011", expected["orBetter"]!.Value.Place, $"no '{metric}' is better than another: leave 'orBetter' out"));
                yield return new ExpectedMetric(member.Name, metric, fields.Number(expected, "value"), tolerance, fields.Choice(expected, "device", [.. DeviceClasses.All]))
                {
                    OrBetter = orBetter,
                    Source = fields.Words(expected, "source"),
                };
            }
        }
    }

    private static IEnumerable<(string Metric, SpecObject Value)> OfMetrics(SpecNode? node, string isWhat, string shape, FieldReader fields, List<SpecMistake> mistakes)
    {
        foreach (var member in fields.Object(node, isWhat))
        {
            if (!ExpectableMetrics.Knows(member.Name))
                mistakes.Add(new SpecMistake("UFX011", member.NamePlace, ExpectableMetrics.Unknown(member.Name)));
            else if (member.Value is SpecObject value)
                yield return (member.Name, value);
            else
                mistakes.Add(new SpecMistake("UFX005", member.Value.Place, $"what is set for '{member.Name}' is an object: {shape}"));
        }
    }
}
