using TorchSharp;

namespace Unfold.Plugins.Tests.SparseRecovery;

/// <summary>ISTA and FISTA for one signal, loops over numbers.</summary>
internal sealed class PlainIterations
{
    private readonly double[,] _a;
    private readonly double[] _y;
    private readonly double _lambda;
    private readonly double _lipschitz;

    public PlainIterations(torch.Tensor matrix, torch.Tensor y, double lambda)
    {
        var (m, n) = ((int)matrix.shape[0], (int)matrix.shape[1]);
        var entries = matrix.contiguous().data<double>().ToArray();
        _a = new double[m, n];
        Buffer.BlockCopy(entries, 0, _a, 0, entries.Length * sizeof(double));
        _y = y.contiguous().data<double>().ToArray();
        (_lambda, _lipschitz) = (lambda, Math.Pow(torch.linalg.matrix_norm(matrix, 2).item<double>(), 2));
    }

    public double[] Ista(int iterations)
    {
        var x = new double[_a.GetLength(1)];
        for (var k = 0; k < iterations; k++)
            x = Step(x);
        return x;
    }

    public (double[] X, double[] Z) Fista(int iterations)
    {
        var x = new double[_a.GetLength(1)];
        var (z, t) = (x, 1.0);
        for (var k = 0; k < iterations; k++)
        {
            var next = (1 + Math.Sqrt(1 + (4 * t * t))) / 2;
            var (before, reached) = (x, Step(z));
            (x, z, t) = (reached, [.. reached.Zip(before, (now, then) => now + ((t - 1) / next * (now - then)))], next);
        }

        return (x, z);
    }

    private double[] Step(double[] x)
    {
        var residual = _y.Select((y, i) => y - x.Select((value, j) => _a[i, j] * value).Sum()).ToArray();
        return [.. x.Select((value, j) =>
        {
            var v = value + (residual.Select((r, i) => _a[i, j] * r).Sum() / _lipschitz);
            return Math.Sign(v) * Math.Max(0, Math.Abs(v) - (_lambda / _lipschitz));
        })];
    }
}
