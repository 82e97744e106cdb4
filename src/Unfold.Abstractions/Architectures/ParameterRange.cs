namespace Unfold;

/// <summary>
/// The values that the entries of a parameter may take: after every step of every optimizer the engine projects them onto it, and a
/// gradient-free optimizer searches it.
/// </summary>
public sealed record ParameterRange
{
    /// <summary>The range [lower, upper].</summary>
    /// <param name="lower">The smallest value; −∞ for no bound.</param>
    /// <param name="upper">The largest value; +∞ for no bound.</param>
    /// <param name="logarithmic">Whether values are searched by their logarithm: a threshold, whose order of magnitude is not known.</param>
    /// <exception cref="ArgumentException">The range is empty or not a number, or logarithmic without being positive.</exception>
    public ParameterRange(double lower, double upper, bool logarithmic = false)
    {
        if (!(lower < upper) || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
            throw new ArgumentException(FormattableString.Invariant($"A range goes from a smaller to a larger value, not from {lower} to {upper}."), nameof(upper));
        if (logarithmic && lower <= 0)
            throw new ArgumentException(FormattableString.Invariant($"A logarithmic range is positive: it cannot begin at {lower}."), nameof(lower));
        (Lower, Upper, Logarithmic) = (lower, upper, logarithmic);
    }

    /// <summary>Values that are not negative: thresholds, step sizes.</summary>
    public static ParameterRange NotNegative { get; } = new(0, double.PositiveInfinity);

    /// <summary>The smallest value.</summary>
    public double Lower { get; }

    /// <summary>The largest value.</summary>
    public double Upper { get; }

    /// <summary>Whether values are searched by their logarithm.</summary>
    public bool Logarithmic { get; }
}
