using System.Globalization;

namespace Unfold.Specs;

/// <summary>What an experiment says about its variants, such as <c>c-dec.test.mse &lt; deconet.test.mse</c>.</summary>
/// <param name="Left">The left side.</param>
/// <param name="Relation">How the sides compare.</param>
/// <param name="Right">The right side.</param>
/// <param name="Margin">How far they must be apart, in the metric's unit; negative: by how much the claimed order may be missed.</param>
/// <param name="Seeds">How many seeds each side must have; fewer prove nothing.</param>
/// <param name="Says">What is claimed, in words; claims with the same words are judged together. Null where it says nothing beyond itself.</param>
/// <param name="Expected">What the spec's authors found about it.</param>
public sealed record Claim(ClaimOperand Left, ClaimRelation Relation, ClaimOperand Right, double Margin = 0, int Seeds = 1, string? Says = null, ClaimExpectation Expected = ClaimExpectation.Holds)
{
    /// <summary>The margin as the end of a comparison: <c> by 6</c>, <c> to within 0.3</c>, or nothing.</summary>
    public string MarginText => Margin switch
    {
        > 0 => $" by {Margin.ToString("R", CultureInfo.InvariantCulture)}",
        < 0 => $" to within {(-Margin).ToString("R", CultureInfo.InvariantCulture)}",
        _ => "",
    };

    /// <summary>Whether the claim holds for these values; never for NaN.</summary>
    public bool Holds(double left, double right) => Relation == ClaimRelation.Below ? left + Margin < right : left > right + Margin;

    /// <summary>Reads a claim; null where the text is none.</summary>
    public static Claim? Parse(string text)
    {
        var words = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 3 || words[1] is not ("<" or ">") || ClaimOperand.Parse(words[0]) is not { } left || ClaimOperand.Parse(words[2]) is not { } right)
            return null;
        return new Claim(left, words[1] == "<" ? ClaimRelation.Below : ClaimRelation.Above, right);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Concat(
        $"{Left} {(Relation == ClaimRelation.Below ? "<" : ">")} {Right}",
        MarginText,
        Seeds > 1 ? $" over {Seeds.ToString(CultureInfo.InvariantCulture)} seeds" : "");
}
