namespace Unfold.Specs;

/// <summary>What an experiment says about its variants, such as <c>c-dec.test.mse &lt; deconet.test.mse</c>.</summary>
/// <param name="Left">The left side.</param>
/// <param name="Relation">How the sides compare.</param>
/// <param name="Right">The right side.</param>
public sealed record Claim(ClaimOperand Left, ClaimRelation Relation, ClaimOperand Right)
{
    /// <summary>Whether the claim holds for these values; never for NaN.</summary>
    public bool Holds(double left, double right) => Relation == ClaimRelation.Below ? left < right : left > right;

    /// <summary>Reads a claim; null where the text is none.</summary>
    public static Claim? Parse(string text)
    {
        var words = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 3 || words[1] is not ("<" or ">") || Operand(words[0]) is not { } left || Operand(words[2]) is not { } right)
            return null;
        return new Claim(left, words[1] == "<" ? ClaimRelation.Below : ClaimRelation.Above, right);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Left} {(Relation == ClaimRelation.Below ? "<" : ">")} {Right}";

    // Variant names have no dots, metric names do.
    private static ClaimOperand? Operand(string text)
    {
        var dot = text.IndexOf('.');
        return dot > 0 && dot < text.Length - 1 ? new ClaimOperand(text.Substring(0, dot), text.Substring(dot + 1)) : null;
    }
}
