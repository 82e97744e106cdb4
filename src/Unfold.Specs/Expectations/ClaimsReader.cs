namespace Unfold.Specs;

/// <summary>Reads <c>expect.claims</c>: texts, or objects with a text, what it says in words, a margin and a number of seeds.</summary>
internal sealed class ClaimsReader(ClaimNames? names, FieldReader fields, List<SpecMistake> mistakes)
{
    private const string Shape = "a claim is a string such as \"c-dec.test.mse < deconet.test.mse\": variant.metric, < or >, variant.metric";

    /// <summary>A claim that holds in some of its cells.</summary>
    public const string InPart = "in part";

    /// <summary>A claim that the seeds do not tell about.</summary>
    public const string Undecided = "undecided";

    public IEnumerable<Claim> Read(SpecNode? node)
    {
        if (node is SpecArray listed)
            return [.. listed.Items.Select(Item).OfType<Claim>()];
        if (node is not null)
            mistakes.Add(new SpecMistake("UFX005", node.Place, "'claims' is an array of strings"));
        return [];
    }

    private Claim? Item(SpecNode item)
    {
        if (item is not SpecObject detailed)
            return Text(item, 1);
        fields.CheckKeys(detailed, ["claim", "says", "margin", "seeds", "holds"], "a claim");
        var seeds = fields.Count(detailed, "seeds");
        var margin = fields.Number(detailed, "margin");
        var says = fields.Words(detailed, "says");
        var holds = Expected(detailed["holds"]?.Value);
        if (detailed["claim"]?.Value is { } text)
            return Text(text, seeds) is { } claim ? claim with { Margin = margin, Seeds = seeds, Says = says, Expected = holds } : null;
        mistakes.Add(new SpecMistake("UFX007", detailed.Place, "a claim needs 'claim': the comparison"));
        return null;
    }

    private ClaimExpectation Expected(SpecNode? node)
    {
        if (node is null or SpecScalar { Kind: SpecScalarKind.Boolean, Text: "true" })
            return ClaimExpectation.Holds;
        if (node is SpecScalar { Kind: SpecScalarKind.Boolean })
            return ClaimExpectation.DoesNotHold;
        if (node is SpecScalar { Kind: SpecScalarKind.String, Text: InPart })
            return ClaimExpectation.HoldsInPart;
        if (node is not SpecScalar { Kind: SpecScalarKind.String, Text: Undecided })
            mistakes.Add(new SpecMistake("UFX005", node.Place, $"'holds' is true, false, \"{InPart}\" or \"{Undecided}\""));
        return ClaimExpectation.NotDecided;
    }

    private Claim? Text(SpecNode item, int seeds)
    {
        if (item is not SpecScalar { Kind: SpecScalarKind.String } text || Claim.Parse(text.Text) is not { } claim)
        {
            mistakes.Add(new SpecMistake("UFX010", item.Place, Shape));
            return null;
        }

        Check(claim.Left, item, seeds);
        Check(claim.Right, item, seeds);
        if (claim.Left == claim.Right)
            mistakes.Add(new SpecMistake("UFX010", item.Place, $"the claim compares '{claim.Left}' with itself"));
        else if (ExpectableMetrics.UnitOf(claim.Left.Metric) is { } left && ExpectableMetrics.UnitOf(claim.Right.Metric) is { } right && left != right)
            mistakes.Add(new SpecMistake("UFX010", item.Place, $"'{claim.Left.Metric}' ({left}) and '{claim.Right.Metric}' ({right}) cannot be compared"));
        if (names is not null && names.Problem(claim.Left.Variant) is null && names.Problem(claim.Right.Variant) is null && !names.CanPair(claim.Left.Variant, claim.Right.Variant))
            mistakes.Add(new SpecMistake("UFX010", item.Place, $"no cell of '{claim.Left.Variant}' has the axis values of a cell of '{claim.Right.Variant}'; name the cells that are meant"));
        return claim;
    }

    private void Check(ClaimOperand operand, SpecNode place, int seeds)
    {
        if (names?.Problem(operand.Variant) is { } problem)
            mistakes.Add(new SpecMistake("UFX010", place.Place, problem));
        else if (names is not null && names.Seeds(operand.Variant) < seeds)
            mistakes.Add(new SpecMistake("UFX010", place.Place, $"the claim needs {seeds} seeds, and '{operand.Variant}' has {names.Seeds(operand.Variant)}; raise 'seeds' of the experiment"));
        else if (!ExpectableMetrics.Knows(operand.Metric))
            mistakes.Add(new SpecMistake("UFX011", place.Place, ExpectableMetrics.Unknown(operand.Metric)));
    }
}
