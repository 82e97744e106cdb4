using System.Globalization;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>Numbers as text.</summary>
internal static class Numbers
{
    /// <summary>A number in a format, with the minus sign of a typesetter.</summary>
    public static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A p-value: two digits, and no zeros that look like certainty.</summary>
    public static string P(double? value) => value switch
    {
        null or double.NaN => "–",
        < 0.0001 => "< 0.0001",
        _ => value.Value.ToString(value < 0.001 ? "f4" : "f3", CultureInfo.InvariantCulture),
    };

    /// <summary>A mean with its deviation, four digits.</summary>
    public static string MeanAndDeviation(Summary? summary) => summary is null
        ? "–"
        : summary.Count == 1 ? Short(summary.Mean) : $"{Short(summary.Mean)} ± {Short(summary.Deviation, "g2")}";

    /// <summary>A number, four digits.</summary>
    public static string Short(double value, string format = "g4") => Text(value, format);

    /// <summary>A number that reads back as it was, for files.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
