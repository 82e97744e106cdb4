using System.Globalization;

namespace Unfold.Specs;

/// <summary>What an experiment says about its variants, such as <c>c-dec.test.mse &lt; deconet.test.mse</c>.</summary>
/// <param name="Left">The left side.</param>
/// <param name="Relation">How the sides compare.</param>
/// <param name="Right">The right side.</param>
/// <param name="Margin">How far they must be apart, in the metric's unit.</param>
/// <param name="Seeds">How many seeds each side must have; fewer prove nothing.</param>
/// <param name="Says">What is claimed, in words; claims with the same words are judged together. Null where it says nothing beyond itself.</param>
/// <param name="Expected">Whether the spec's authors found that it holds; false for a claim of others that their figures contradict.</param>
public sealed record Claim(ClaimOperand Left, ClaimRelation Relation, ClaimOperand Right, double Margin = 0, int Seeds = 1, string? Says = null, bool Expected = true)
{
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
        Margin > 0 ? $" by {Margin.ToString("R", CultureInfo.InvariantCulture)}" : "",
        Seeds > 1 ? $" over {Seeds.ToString(CultureInfo.InvariantCulture)} seeds" : "");
}
