using TorchSharp;

namespace Unfold;

/// <summary>The Lanczos process for the largest eigenvalue of a symmetric, positive semidefinite operator on rows [1, size], float64.</summary>
internal sealed class GramLanczos(Func<torch.Tensor, torch.Tensor> gram, torch.Tensor start)
{
    private readonly List<double> _diagonal = [];
    private readonly List<double> _offDiagonal = [];
    private torch.Tensor _basis = start;
    private torch.Tensor _vector = start;

    /// <summary>The largest Ritz value so far: a lower bound that grows.</summary>
    public double Largest { get; private set; }

    /// <summary>One more product.</summary>
    /// <returns>Whether the largest Ritz value is within <paramref name="tolerance"/>, relative to itself, of an eigenvalue.</returns>
    public bool Step(double tolerance)
    {
        using var scope = torch.NewDisposeScope();
        var image = gram(_vector);
        _diagonal.Add((image * _vector).sum().item<double>());
        // Orthogonal to all vectors before, not only to the last two: rounding would let copies of the largest eigenvalue in. Twice is enough (Kahan).
        var transposed = _basis.t();
        var rest = image - image.mm(transposed).mm(_basis);
        rest = rest - rest.mm(transposed).mm(_basis);
        var beta = rest.norm().item<double>();
        var (largest, last) = Ritz();
        Largest = largest;
        if (beta * last <= tolerance * largest)
            return true;
        _offDiagonal.Add(beta);
        Advance((rest / beta).MoveToOuterDisposeScope());
        return false;
    }

    private void Advance(torch.Tensor next)
    {
        var extended = torch.cat([_basis, next], dim: 0).MoveToOuterDisposeScope();
        _basis.Dispose();
        if (!ReferenceEquals(_basis, _vector))
            _vector.Dispose();
        (_basis, _vector) = (extended, next);
    }

    /// <summary>The largest eigenvalue of the tridiagonal matrix, and the last entry of its eigenvector, absolute.</summary>
    private (double Largest, double Last) Ritz()
    {
        var count = _diagonal.Count;
        var entries = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            entries[i, i] = _diagonal[i];
            if (i > 0)
                entries[i, i - 1] = entries[i - 1, i] = _offDiagonal[i - 1];
        }

        var (values, vectors) = torch.linalg.eigh(torch.tensor(entries));
        return (values[count - 1].item<double>(), Math.Abs(vectors[count - 1, count - 1].item<double>()));
    }
}
