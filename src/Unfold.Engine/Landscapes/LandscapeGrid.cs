using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Landscapes;

/// <summary>Evaluates losses at θ* + αδ + βη, row by row. It moves the parameters: its caller puts them back.</summary>
internal sealed class LandscapeGrid : IDisposable
{
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly LandscapeDirection _first;
    private readonly LandscapeDirection _second;
    private readonly Func<double[]> _evaluate;
    private readonly List<torch.Tensor> _centre;

    /// <param name="parameters">The parameters at θ*.</param>
    /// <param name="first">δ.</param>
    /// <param name="second">η.</param>
    /// <param name="evaluate">The losses at the parameters' present values.</param>
    public LandscapeGrid(IReadOnlyList<Parameter> parameters, LandscapeDirection first, LandscapeDirection second, Func<double[]> evaluate)
    {
        (_parameters, _first, _second, _evaluate) = (parameters, first, second, evaluate);
        using var scope = torch.NewDisposeScope();
        _centre = [.. parameters.Select(p => p.detach().clone().DetachFromDisposeScope())];
    }

    /// <summary>Offsets from −radius to radius; the middle one is 0.</summary>
    public static double[] Offsets(int points, double radius) =>
        [.. Enumerable.Range(0, points).Select(i => radius * ((2.0 * i) - (points - 1)) / (points - 1))];

    /// <summary>All rows: for each α, for each β, the losses.</summary>
    /// <param name="alphas">α of the rows.</param>
    /// <param name="betas">β of the columns.</param>
    /// <param name="known">The first rows, where they were computed before.</param>
    /// <param name="rowDone">Told every new row.</param>
    /// <param name="pointDone">Told after every point how many are done.</param>
    /// <param name="cancellation">Stops between two points.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IReadOnlyList<double[][]> Fill(
        IReadOnlyList<double> alphas, IReadOnlyList<double> betas, IReadOnlyList<double[][]> known, Action<double[][]> rowDone, Action<int> pointDone, CancellationToken cancellation)
    {
        List<double[][]> rows = [.. known];
        foreach (var alpha in alphas.Skip(known.Count))
        {
            var row = new double[betas.Count][];
            for (var j = 0; j < row.Length; j++)
            {
                cancellation.ThrowIfCancellationRequested();
                MoveTo(alpha, betas[j]);
                row[j] = _evaluate();
                pointDone((rows.Count * betas.Count) + j + 1);
            }

            rows.Add(row);
            rowDone(row);
        }

        return rows;
    }

    public void Dispose() => _centre.ForEach(c => c.Dispose());

    private void MoveTo(double alpha, double beta)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        for (var i = 0; i < _parameters.Count; i++)
            _parameters[i].copy_(_centre[i] + (_first.Parts[i] * alpha) + (_second.Parts[i] * beta));
    }
}
