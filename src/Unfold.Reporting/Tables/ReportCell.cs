using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>A value of a table.</summary>
/// <param name="Value">Mean, deviation and count; null where no run has the metric.</param>
/// <param name="Format">How its numbers are written.</param>
/// <param name="IsBest">Whether it separates from every other row, and is better.</param>
internal sealed record ReportCell(Summary? Value, string Format, bool IsBest)
{
    /// <summary>The mean, or a dash.</summary>
    public string Mean => Value is null ? "–" : Numbers.Text(Value.Mean, Format);

    /// <summary>The standard deviation; null for one value, and for counts that are the same in every run.</summary>
    public string? Deviation => Value is { Count: > 1 } && !(Format == "n0" && Value.Deviation == 0) ? Numbers.Text(Value.Deviation, Format) : null;

    /// <summary>Both, as text.</summary>
    public string Text => Deviation is null ? Mean : $"{Mean} ± {Deviation}";
}
