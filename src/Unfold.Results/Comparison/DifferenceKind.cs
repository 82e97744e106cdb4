namespace Unfold.Results;

/// <summary>In which way a value is not what was expected; written in camel case.</summary>
public enum DifferenceKind
{
    /// <summary>It is another one.</summary>
    Differs,

    /// <summary>It is another one, and a better one.</summary>
    Better,

    /// <summary>One of the two is not a number, which equals nothing.</summary>
    NotANumber,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It is there, and nothing was expected.</summary>
    Surplus,
}
