using TorchSharp;

namespace Unfold.Deconet;

/// <summary>First differences of an image between neighbours, as rows of a matrix; rows whose neighbour lies outside are zero.</summary>
internal static class DifferenceOperator
{
    private static readonly (int Row, int Column)[] Directions = [(0, 1), (1, 0), (1, 1), (1, -1)];

    /// <summary>Replaces the first rows of W, n for each direction, as far as there are rows.</summary>
    /// <param name="matrix">W, float32 [N, n], on the CPU.</param>
    /// <param name="shape">The image.</param>
    public static torch.Tensor Fill(torch.Tensor matrix, SignalShape shape)
    {
        var (rows, n) = (matrix.shape[0], shape.Length);
        var values = matrix.data<float>().ToArray();
        for (long row = 0; row < Math.Min(rows, (long)Directions.Length * n); row++)
        {
            var line = values.AsSpan((int)(row * n), n);
            line.Clear();
            var (down, right) = Directions[row / n];
            var pixel = (int)(row % n);
            var (r, c) = (pixel / shape.Width % shape.Height, pixel % shape.Width);
            if (r + down >= shape.Height || c + right >= shape.Width || c + right < 0)
                continue;
            line[pixel] = -1;
            line[pixel + (down * shape.Width) + right] = 1;
        }

        return torch.tensor(values, rows, n);
    }
}
