namespace Unfold.Specs;

/// <summary>A mistake in a tree, whose line is not known yet.</summary>
/// <param name="Code"><c>UFX001</c> ….</param>
/// <param name="Place">Where it is.</param>
/// <param name="Message">What is wrong and how to mend it, one line.</param>
public sealed record SpecMistake(string Code, SpecPlace Place, string Message)
{
    /// <summary>Whether the spec is good all the same.</summary>
    public bool IsWarning => SpecDiagnostic.IsWarningCode(Code);

    /// <summary>The mistake with its line.</summary>
    public SpecDiagnostic At(SpecPositions positions) => new(Code, Place.File, positions.Of(Place), Message);
}
