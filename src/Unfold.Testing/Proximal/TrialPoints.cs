using TorchSharp;

namespace Unfold.Testing;

/// <summary>Points to compare a prox with: near it and far from it, in random directions, along single entries, and along the lines to the point and to zero.</summary>
internal static class TrialPoints
{
    private const int Random = 200;
    private const int MostEntries = 256;
    private const int Scales = 9;

    /// <summary>The points, one at a time, in the scope in which they are asked for.</summary>
    /// <param name="best">p, the prox.</param>
    /// <param name="point">w, of which it is one.</param>
    /// <param name="generator">Draws the random directions.</param>
    public static IEnumerable<torch.Tensor> Of(torch.Tensor best, torch.Tensor point, torch.Generator generator)
    {
        for (var i = 0; i < Random; i++)
            yield return best + (torch.randn(point.shape, dtype: point.dtype, generator: generator) * Math.Pow(10, -4.0 * i / Random));
        foreach (var step in Steps(1))
        {
            yield return best + ((best - point) * step);
            yield return best * (1 - step);
        }

        var size = Math.Max(point.square().mean().sqrt().to(torch.float64).item<double>(), 1e-6);
        foreach (var entry in Entries(point.numel()))
        {
            foreach (var step in Steps(size))
            {
                var moved = best.clone();
                moved.reshape(-1)[entry].add_(step);
                yield return moved;
            }
        }
    }

    // Of many entries some, evenly, with the first and the last.
    private static IEnumerable<long> Entries(long count) => count <= MostEntries
        ? Enumerable.Range(0, (int)count).Select(i => (long)i)
        : Enumerable.Range(0, MostEntries).Select(i => i * (count - 1) / (MostEntries - 1));

    // Both ways, from as large as the point itself to a ten-thousandth of it.
    private static IEnumerable<double> Steps(double size) => Enumerable.Range(0, Scales).SelectMany(i => new[] { size * Math.Pow(10, -i / 2.0), -size * Math.Pow(10, -i / 2.0) });
}
