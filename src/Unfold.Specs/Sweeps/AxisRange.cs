using System.Globalization;

namespace Unfold.Specs;

/// <summary><c>{ "from", "to", "steps", "scale" }</c>: the values of an axis by its ends.</summary>
internal static class AxisRange
{
    private const int MostSteps = 10_000;

    // Beyond it a double leaves integers out.
    private const double LargestWhole = 1e15;

    private static readonly string[] Keys = ["from", "to", "steps", "scale"];

    /// <summary>The values, ends included; empty where there are mistakes.</summary>
    public static IReadOnlyList<SpecNode> Read(SpecObject range, List<SpecMistake> mistakes)
    {
        var before = mistakes.Count;
        new FieldReader(mistakes).CheckKeys(range, Keys, "a range");
        foreach (var missing in Keys.Take(3).Where(k => range[k] is null))
            mistakes.Add(new SpecMistake("UFX007", range.Place, $"a range needs '{missing}': {{ \"from\": 1, \"to\": 8, \"steps\": 4, \"scale\": \"log\" }}"));
        var (from, to) = (Number(range["from"]?.Value, mistakes), Number(range["to"]?.Value, mistakes));
        var steps = Steps(range["steps"]?.Value, mistakes);
        var isLog = IsLog(range["scale"]?.Value, mistakes);
        if (isLog && (from <= 0 || to <= 0))
            mistakes.Add(new SpecMistake("UFX021", range.Place, "a logarithmic range is between numbers above 0"));
        if (mistakes.Count > before)
            return [];
        // In logarithms and in halves, so that no difference or ratio of large numbers overflows.
        double At(double part) => isLog ? Math.Exp((Math.Log(from) * (1 - part)) + (Math.Log(to) * part)) : (from * (1 - part)) + (to * part);
        return [End(range, "from"), .. Enumerable.Range(1, steps - 2).Select(i => Inner(range, At((double)i / (steps - 1)))), End(range, "to")];
    }

    // 12 digits: 2.0000000000000004 is a 2 that went through a logarithm.
    private static SpecScalar Inner(SpecObject range, double value) =>
        Value(range, CanonicalText.Number(double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)));

    // As it was written, so that digits that get lost are told; 2.0 is a 2.
    private static SpecScalar End(SpecObject range, string name)
    {
        var literal = ((SpecScalar)range[name]!.Value).Text;
        return Value(range, CanonicalText.Number(literal) is var text && IsWhole(text) ? text : literal);
    }

    private static SpecScalar Value(SpecObject range, string text) => new(range.Place, IsWhole(text) ? SpecScalarKind.Integer : SpecScalarKind.Number, text);

    /// <summary>The range that an axis of a random search is drawn from; null where there are mistakes.</summary>
    public static DrawnRange? ReadDrawn(SpecObject range, List<SpecMistake> mistakes)
    {
        var before = mistakes.Count;
        new FieldReader(mistakes).CheckKeys(range, Keys, "a range");
        foreach (var missing in Keys.Take(2).Where(k => range[k] is null))
            mistakes.Add(new SpecMistake("UFX007", range.Place, $"a range needs '{missing}': {{ \"from\": 1e-4, \"to\": 1e-1, \"scale\": \"log\" }}"));
        var (from, to) = (Number(range["from"]?.Value, mistakes), Number(range["to"]?.Value, mistakes));
        var isLog = IsLog(range["scale"]?.Value, mistakes);
        if (mistakes.Count == before && isLog && (from <= 0 || to <= 0))
            mistakes.Add(new SpecMistake("UFX021", range.Place, "a logarithmic range is between numbers above 0"));
        if (mistakes.Count == before && from == to)
            mistakes.Add(new SpecMistake("UFX021", range.Place, "there is nothing to draw from a range whose ends are equal; write the value into the section itself"));
        var isWhole = new[] { range["from"], range["to"] }.All(end => end?.Value is SpecScalar { Kind: SpecScalarKind.Integer }) && Math.Max(Math.Abs(from), Math.Abs(to)) < LargestWhole;
        return mistakes.Count == before ? new DrawnRange(range.Place, Math.Min(from, to), Math.Max(from, to), isLog, isWhole) : null;
    }

    /// <summary>Whether a number is written as an integer.</summary>
    public static bool IsWhole(string text) => text.All(c => char.IsDigit(c) || c == '-');

    private static double Number(SpecNode? node, List<SpecMistake> mistakes)
    {
        if (node is SpecScalar { Kind: SpecScalarKind.Integer or SpecScalarKind.Number } number)
            return double.Parse(number.Text, CultureInfo.InvariantCulture);
        if (node is not null)
            mistakes.Add(new SpecMistake("UFX005", node.Place, "the ends of a range are numbers"));
        return 1;
    }

    private static int Steps(SpecNode? node, List<SpecMistake> mistakes)
    {
        if (node is SpecScalar { Kind: SpecScalarKind.Integer } number && long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var steps))
        {
            if (steps is >= 2 and <= MostSteps)
                return (int)steps;
            mistakes.Add(new SpecMistake("UFX021", node.Place, $"a range has 2 to {MostSteps} steps"));
        }
        else if (node is not null)
        {
            mistakes.Add(new SpecMistake("UFX005", node.Place, "'steps' is an integer: the number of values, both ends included"));
        }

        return 2;
    }

    private static bool IsLog(SpecNode? node, List<SpecMistake> mistakes)
    {
        if (node is null or SpecScalar { Text: "linear", Kind: SpecScalarKind.String })
            return false;
        if (node is SpecScalar { Text: "log", Kind: SpecScalarKind.String })
            return true;
        mistakes.Add(new SpecMistake("UFX006", node.Place, "'scale' is linear or log"));
        return false;
    }
}
