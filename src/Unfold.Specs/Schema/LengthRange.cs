namespace Unfold.Specs;

/// <summary>How many characters a string, or elements a list, may have.</summary>
public sealed record LengthRange(int Minimum, int Maximum)
{
    public bool Contains(int length) => length >= Minimum && length <= Maximum;

    /// <summary>In words: at least 2; 2 to 8.</summary>
    public override string ToString() => (Minimum, Maximum) switch
    {
        (_, int.MaxValue) => $"at least {Minimum}",
        (0, _) => $"at most {Maximum}",
        _ => Minimum == Maximum ? $"{Minimum}" : $"{Minimum} to {Maximum}",
    };
}
