using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Unfold.Results;

/// <summary>The one comparer: JSON against JSON, numbers within a tolerance, everything else exactly.</summary>
/// <param name="allowed">The allowed |difference| of a number, from its path and expected value.</param>
public sealed class TolerantComparer(Func<string, double, double> allowed)
{
    /// <summary>Allows no difference.</summary>
    public static TolerantComparer Exact { get; } = new((_, _) => 0);

    /// <summary>The differences, in the order of the expected document, then what only the received one has.</summary>
    public IReadOnlyList<Difference> Compare(JToken expected, JToken received)
    {
        var found = new List<Difference>();
        Compare("", expected, received, found);
        return found;
    }

    /// <summary>
    /// Whether a number is within the tolerance. NaN equals nothing, itself neither: of two figures that could not be computed nobody knows
    /// that they are the same. The infinities equal themselves alone: a relative tolerance of ∞ would allow anything.
    /// </summary>
    public bool Allows(string path, double expected, double received) => IsWithin(expected, received, double.IsFinite(expected) ? allowed(path, expected) : 0);

    /// <summary>The same with the allowed |difference| at hand.</summary>
    internal static bool IsWithin(double expected, double received, double allowed) =>
        (expected == received && !double.IsNaN(expected)) || (double.IsFinite(expected) && Math.Abs(received - expected) <= allowed);

    private void Compare(string path, JToken expected, JToken received, List<Difference> found)
    {
        switch (expected, received)
        {
            case (JObject before, JObject after):
                foreach (var member in before.Properties())
                    CompareMember(Join(path, member.Name), member.Value, after[member.Name], found);
                found.AddRange(after.Properties().Where(m => before[m.Name] is null).Select(m => new Difference(Join(path, m.Name), null, Text(m.Value), Kind: DifferenceKind.Surplus)));
                break;
            case (JArray before, JArray after):
                for (var i = 0; i < Math.Max(before.Count, after.Count); i++)
                    CompareMember(Join(path, i.ToString(CultureInfo.InvariantCulture)), i < before.Count ? before[i] : null, i < after.Count ? after[i] : null, found);
                break;
            case (JValue before, JValue after) when IsNumber(before) && IsNumber(after):
                CompareNumbers(path, before, after, found);
                break;
            default:
                if (!JToken.DeepEquals(expected, received))
                    found.Add(new Difference(path, Text(expected), Text(received)));
                break;
        }
    }

    private void CompareMember(string path, JToken? expected, JToken? received, List<Difference> found)
    {
        if (expected is not null && received is not null)
            Compare(path, expected, received, found);
        else
            found.Add(new Difference(path, expected is null ? null : Text(expected), received is null ? null : Text(received), Kind: received is null ? DifferenceKind.Missing : DifferenceKind.Surplus));
    }

    private void CompareNumbers(string path, JValue expected, JValue received, List<Difference> found)
    {
        var (before, after) = (expected.ToObject<double>(), received.ToObject<double>());
        if (double.IsNaN(before) || double.IsNaN(after))
            found.Add(new Difference(path, Text(expected), Text(received), Kind: DifferenceKind.NotANumber));
        else if (!Allows(path, before, after))
            found.Add(new Difference(path, Text(expected), Text(received), after - before, allowed(path, before)));
    }

    private static bool IsNumber(JValue value) => value.Type is JTokenType.Integer or JTokenType.Float;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}/{name}";

    // JSON has no word for what is no finite number, and puts it between quotation marks.
    private static string Text(JToken token) => token is JValue { Type: JTokenType.Float } number && !double.IsFinite(number.ToObject<double>())
        ? number.ToObject<double>().ToString(CultureInfo.InvariantCulture)
        : token.ToString(Formatting.None);
}
