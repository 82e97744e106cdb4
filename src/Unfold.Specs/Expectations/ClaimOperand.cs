namespace Unfold.Specs;

/// <summary>One side of a claim: a metric of a variant.</summary>
public sealed record ClaimOperand(string Variant, string Metric)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Variant}.{Metric}";
}
