using TorchSharp;

namespace Unfold.Engine.Landscapes;

/// <summary>
/// The Lanczos iteration with full reorthogonalisation, twice a step (Parlett 1998, chapter 13): without it rounding brings found
/// eigenvalues back as copies. Where the Krylov space is exhausted, it goes on with a fresh vector, so that multiple eigenvalues are found too.
/// </summary>
/// <param name="multiply">v ↦ Hv, [n] to [n]; the result is the caller's.</param>
/// <param name="draw">A random vector [n], another one each time.</param>
/// <param name="tolerance">Residuals of the wanted values, relative to the largest value in size, at which it stops.</param>
/// <param name="mostSteps">Products with H at most.</param>
internal sealed class Lanczos(Func<torch.Tensor, torch.Tensor> multiply, Func<torch.Tensor> draw, double tolerance = 1e-3, int mostSteps = 80)
{
    private readonly List<torch.Tensor> _basis = [];
    private readonly List<double> _diagonal = [];
    private readonly List<double> _below = [];
    private bool _isExhausted;

    /// <summary>The <paramref name="count"/> algebraically largest eigenvalues, or all n where there are fewer.</summary>
    /// <exception cref="OperationCanceledException">Cancelled between two products.</exception>
    public EigenEstimate Largest(int count, CancellationToken cancellation = default)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var next = draw();
        next = next / next.norm();
        var (size, wanted) = (next.shape[0], 0);
        do
        {
            cancellation.ThrowIfCancellationRequested();
            _basis.Add(next);
            next = Step(next);
            wanted = (int)Math.Min(count, size);
        }
        while (_basis.Count < Math.Min(size, mostSteps) && !IsConverged(wanted));
        return Estimate(wanted);
    }

    // One column of the tridiagonal matrix, and the next basis vector.
    private torch.Tensor Step(torch.Tensor vector)
    {
        using var scope = torch.NewDisposeScope();
        var image = multiply(vector);
        var scale = Norm(image);
        _diagonal.Add(Dot(vector, image));
        var rest = Orthogonal(image);
        var norm = Norm(rest);
        // What is left is rounding: the space is invariant.
        if (norm <= 100 * Epsilon(vector) * Math.Max(scale, double.Epsilon))
        {
            _isExhausted = true;
            _below.Add(0);
            rest = Orthogonal(draw());
            norm = Math.Max(Norm(rest), double.Epsilon);
        }
        else
        {
            _below.Add(norm);
        }

        return (rest / norm).MoveToOuterDisposeScope();
    }

    private torch.Tensor Orthogonal(torch.Tensor vector)
    {
        var rest = vector.clone();
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var earlier in _basis)
                rest.add_(earlier, -Dot(earlier, rest));
        }

        return rest;
    }

    // After a fresh start residuals only tell of the parts before it: all steps are made then.
    private bool IsConverged(int wanted)
    {
        if (_isExhausted || _diagonal.Count < wanted + 1)
            return false;
        var (values, vectors) = Ritz();
        return Enumerable.Range(1, wanted).All(i => Residual(vectors, i) <= tolerance * Math.Max(Math.Abs(values[0]), Math.Abs(values[^1])));
    }

    private double Residual(double[,] vectors, int fromTop)
    {
        var steps = _diagonal.Count;
        return Math.Abs(_below[^1] * vectors[steps - 1, steps - fromTop]);
    }

    private EigenEstimate Estimate(int wanted)
    {
        var (values, vectors) = Ritz();
        var steps = values.Length;
        wanted = Math.Min(wanted, steps);
        return new EigenEstimate(
            [.. Enumerable.Range(1, wanted).Select(i => values[steps - i])],
            [.. Enumerable.Range(1, wanted).Select(i => RitzVector(vectors, steps - i).DetachFromDisposeScope())],
            [.. Enumerable.Range(1, wanted).Select(i => Residual(vectors, i))]);
    }

    private torch.Tensor RitzVector(double[,] vectors, int column)
    {
        using var scope = torch.NewDisposeScope();
        var sum = torch.zeros_like(_basis[0]);
        for (var i = 0; i < _basis.Count; i++)
            sum.add_(_basis[i], vectors[i, column]);
        return (sum / sum.norm()).MoveToOuterDisposeScope();
    }

    // Ascending values and vectors of the tridiagonal matrix.
    private (double[] Values, double[,] Vectors) Ritz()
    {
        using var scope = torch.NewDisposeScope();
        var steps = _diagonal.Count;
        var matrix = new double[steps, steps];
        for (var i = 0; i < steps; i++)
        {
            matrix[i, i] = _diagonal[i];
            if (i + 1 < steps)
                matrix[i, i + 1] = matrix[i + 1, i] = _below[i];
        }

        var (values, vectors) = torch.linalg.eigh(torch.tensor(matrix));
        var flat = vectors.contiguous().data<double>().ToArray();
        var square = new double[steps, steps];
        Buffer.BlockCopy(flat, 0, square, 0, flat.Length * sizeof(double));
        return (values.data<double>().ToArray(), square);
    }

    private static double Dot(torch.Tensor a, torch.Tensor b)
    {
        using var scope = torch.NewDisposeScope();
        return (a * b).sum(torch.float64).item<double>();
    }

    private static double Norm(torch.Tensor a) => Math.Sqrt(Dot(a, a));

    private static double Epsilon(torch.Tensor vector) => vector.dtype == torch.float64 ? double.BitIncrement(1) - 1 : float.BitIncrement(1) - 1;
}
