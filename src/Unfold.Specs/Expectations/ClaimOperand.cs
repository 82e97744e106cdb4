namespace Unfold.Specs;

/// <summary>One side of a claim: a metric of a variant or cell.</summary>
public sealed record ClaimOperand(string Variant, string Metric)
{
    /// <summary>Reads <c>variant.metric</c> or <c>variant[axis=value].metric</c>; null where the text is none.</summary>
    public static ClaimOperand? Parse(string text)
    {
        // Names of variants have no dots; those of metrics do, and values in brackets may.
        var bracket = text.LastIndexOf(']');
        var dot = text.IndexOf('.', Math.Max(bracket, 0));
        return dot > 0 && dot < text.Length - 1 ? new ClaimOperand(text.Substring(0, dot), text.Substring(dot + 1)) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Variant}.{Metric}";
}
