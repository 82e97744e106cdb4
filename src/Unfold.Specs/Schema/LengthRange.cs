namespace Unfold.Specs;

/// <summary>How many characters a string, or elements a list, may have.</summary>
public sealed record LengthRange(int Minimum, int Maximum)
{
    public bool Contains(int length) => length >= Minimum && length <= Maximum;
}
