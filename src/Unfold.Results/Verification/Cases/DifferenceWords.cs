using System.Globalization;

namespace Unfold.Results;

/// <summary>Differences of metrics in words.</summary>
public static class DifferenceWords
{
    /// <summary>What to say, and to do, about figures that are better than the accepted ones.</summary>
    /// <param name="called">What commands call the experiment.</param>
    public static string IfMeant(string called) => $"if that is meant, accept it: unfold verify {called} --accept";

    /// <summary>A difference of a metric.</summary>
    public static string Of(Difference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return difference.Kind switch
        {
            DifferenceKind.Missing => $"{difference.Path} is missing; accepted was {difference.Expected}",
            DifferenceKind.Surplus => $"{difference.Path} is new ({difference.Received}): no figure of it was accepted",
            DifferenceKind.NotANumber => $"{difference.Path} is not a number (accepted {difference.Expected}, received {difference.Received}), and NaN equals nothing",
            DifferenceKind.Better => $"{difference.Path} is better than expected: {Figures(difference)}",
            _ => $"{difference.Path} differs: {Figures(difference)}",
        };
    }

    private static string Figures(Difference d) =>
        string.Create(CultureInfo.InvariantCulture, $"{d.Received}, accepted was {d.Expected} (difference {d.Delta:g4}, allowed {d.Allowed:g4})");
}
