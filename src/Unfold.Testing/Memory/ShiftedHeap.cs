namespace Unfold.Testing;

/// <summary>Moves the place of the next managed array: what is built twice lies differently the second time.</summary>
internal sealed class ShiftedHeap
{
    private static readonly int[] Lengths = [1, 24, 7, 40, 16, 3, 57, 32, 11, 48];

    private readonly List<byte[]> _kept = [];

    /// <summary>Allocates an array or two of odd lengths and keeps them.</summary>
    public void Shift()
    {
        _kept.Add(new byte[Lengths[_kept.Count % Lengths.Length]]);
        // Large arrays have a heap of their own.
        _kept.Add(new byte[85_000 + Lengths[_kept.Count % Lengths.Length]]);
    }
}
