using System.Globalization;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>Numbers as text.</summary>
public static class Numbers
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

    /// <summary>A mean with its deviation: two digits of it, and the mean as far.</summary>
    public static string MeanAndDeviation(Summary? summary)
    {
        if (summary is null)
            return "–";
        var format = AsFarAs(summary.Deviation);
        return summary.Count == 1 || summary.Deviation == 0 ? Short(summary.Mean) : $"{Text(summary.Mean, format)} ± {Text(summary.Deviation, format)}";
    }

    /// <summary>A mean with an interval: two digits of its half width, and the mean as far.</summary>
    public static string MeanAndInterval(double mean, Interval? interval)
    {
        if (interval is null)
            return Short(mean);
        var format = AsFarAs((interval.Upper - interval.Lower) / 2);
        return $"{Text(mean, format)} [{Text(interval.Lower, format)}, {Text(interval.Upper, format)}]";
    }

    // A format with two significant digits of a spread.
    private static string AsFarAs(double spread)
    {
        if (spread <= 0 || !double.IsFinite(spread))
            return "g4";
        var decimals = 1 - (int)Math.Floor(Math.Log10(spread));
        return decimals > 7 ? "e2" : "f" + Math.Max(0, decimals).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A number, four digits; a count whole.</summary>
    public static string Short(double value, string format = "g4") => Text(value, Math.Abs(value) is >= 1e4 and < 1e15 && value.Equals(Math.Round(value)) ? "n0" : format);

    /// <summary>A number that reads back as it was, for files.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
