namespace Unfold.Specs;

/// <summary>
/// Numbers that are the same on every machine and in every version of .NET: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), begun at a hash
/// of a seed and a name. Every axis has its own, so that one more axis leaves the draws of the others.
/// </summary>
internal readonly struct RandomStream(int seed, string name)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const double Unit = 1.0 / (1UL << 53);

    private readonly ulong _start = Mix(unchecked((ulong)seed * Golden) ^ Hash(name));

    /// <summary>The number of a draw: at least 0, below 1.</summary>
    public double At(int draw) => (Mix(unchecked(_start + ((ulong)draw * Golden))) >> 11) * Unit;

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    // FNV-1a: string.GetHashCode differs from process to process.
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037;
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * 1099511628211);
        return hash;
    }
}
