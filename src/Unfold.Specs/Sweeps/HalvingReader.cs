using System.Globalization;

namespace Unfold.Specs;

/// <summary>Reads <c>halving</c>.</summary>
internal static class HalvingReader
{
    /// <summary>The key.</summary>
    public const string Key = "halving";

    private const string Example = "{ \"metric\": \"validation.mse\", \"from\": 2, \"factor\": 3 }";
    private const int UsualFactor = 3;
    private static readonly string[] Keys = ["metric", "from", "factor"];

    /// <summary>What a sweep says; null where it says nothing or is wrong.</summary>
    public static Halving? Read(SpecNode? sweep, List<SpecMistake> mistakes)
    {
        if ((sweep as SpecObject)?[Key] is not { } member)
            return null;
        if (member.Value is not SpecObject halving)
        {
            mistakes.Add(new SpecMistake("UFX005", member.Value.Place, $"'{Key}' is an object: {Example}"));
            return null;
        }

        var before = mistakes.Count;
        var fields = new FieldReader(mistakes);
        fields.CheckKeys(halving, Keys, $"'{Key}'");
        if (halving["from"] is null)
            mistakes.Add(new SpecMistake("UFX007", halving.Place, $"'{Key}' needs 'from', the epoch after which the first runs are stopped: {Example}"));
        var metric = fields.Choice(halving, "metric", [.. Halving.Metrics]) ?? Halving.Metrics[0];
        var (from, told) = (fields.Count(halving, "from"), mistakes.Count);
        var factor = halving["factor"] is null ? UsualFactor : fields.Count(halving, "factor");
        if (factor == 1 && mistakes.Count == told)
            mistakes.Add(new SpecMistake("UFX006", halving["factor"]!.Value.Place, "'factor' is at least 2: with 1 no run would be stopped"));
        return mistakes.Count == before ? new Halving(metric, from, factor) : null;
    }

    /// <summary>Tells a first rung that no cell reaches before its end. Cells that leave their epochs to the default are not judged.</summary>
    public static void CheckReach(SpecNode? sweep, Halving halving, IReadOnlyList<CellDocument> cells, List<SpecMistake> mistakes)
    {
        var epochs = cells.Select(c => Epochs(c.Merged)).ToList();
        if (epochs.Count > 0 && epochs.All(e => e <= halving.From) && sweep is SpecObject section)
        {
            var place = ((SpecObject)section[Key]!.Value)["from"]!.Value.Place;
            mistakes.Add(new SpecMistake("UFX021", place, string.Format(CultureInfo.InvariantCulture, "'from' is {0} and 'training.epochs' {1}: a rung is before the last epoch, so no run would ever be stopped", halving.From, epochs.Max())));
        }
    }

    private static long? Epochs(SpecObject cell) =>
        SpecPath.Find(cell, "training.epochs") is SpecScalar { Kind: SpecScalarKind.Integer } number && long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var epochs) ? epochs : null;
}
