using TorchSharp;

namespace Unfold.Equilibrium;

/// <summary>Which tensors of a state its layers change, and how those that have a part for every signal are the rows of one matrix.</summary>
internal sealed class StateLayout
{
    private readonly long _batch;
    private readonly bool _isLast;

    private StateLayout(long batch, bool isLast, int[] moving, int[] carried) => (_batch, _isLast, Moving, Carried) = (batch, isLast, moving, carried);

    /// <summary>The positions of the tensors of z among those of a state.</summary>
    public IReadOnlyList<int> Moving { get; }

    /// <summary>The positions of what changes beside z.</summary>
    public IReadOnlyList<int> Carried { get; }

    /// <param name="before">A state.</param>
    /// <param name="after">The state one layer later, of as many tensors.</param>
    /// <param name="batch">The number of signals.</param>
    /// <exception cref="InvalidOperationException">The state does not say where its signals are: neither a part for every signal nor a number is what changes.</exception>
    public static StateLayout Between(LayerState before, LayerState after, long batch)
    {
        var isLast = after.BatchDimension != 0;
        var changed = before.Tensors().Zip(after.Tensors()).Select((pair, index) => (pair.First, pair.Second, Index: index)).Where(t => !ReferenceEquals(t.First, t.Second)).ToList();
        var carried = changed.Where(t => !HasRows(t.Second)).ToList();
        if (carried.Find(t => t.Second.numel() > 1) is { Second: { } strange })
        {
            throw new InvalidOperationException(
                $"{after.GetType().Name} holds a tensor of {string.Join('×', strange.shape)} that layers change, and {(isLast ? "the last" : "the first")} dimension does not count the {batch} signals: see {nameof(LayerState)}.{nameof(LayerState.BatchDimension)}.");
        }

        return new StateLayout(batch, isLast, [.. changed.Except(carried).Select(t => t.Index)], [.. carried.Select(t => t.Index)]);

        bool HasRows(torch.Tensor tensor) => tensor.is_floating_point() && tensor.dim() > 0 && tensor.shape[isLast ? ^1 : 0] == batch;
    }

    /// <summary>z of a state, [batch, d].</summary>
    public torch.Tensor Rows(LayerState state)
    {
        var tensors = state.Tensors().ToList();
        return Rows(Moving.Select(index => tensors[index]));
    }

    /// <summary>Tensors of z's shapes, in its order, as rows.</summary>
    public torch.Tensor Rows(IEnumerable<torch.Tensor> tensors) =>
        torch.cat([.. tensors.Select(tensor => (_isLast ? tensor.movedim([-1], [0]) : tensor).reshape(_batch, -1))], 1);

    /// <summary>A state with another z.</summary>
    public LayerState Place(LayerState state, torch.Tensor rows)
    {
        var placed = Split(state, rows).ToDictionary(p => p.Index, p => p.Tensor);
        var index = 0;
        return state.With(tensor => placed.GetValueOrDefault(index++, tensor));
    }

    /// <summary>Rows as tensors of z's shapes, with their positions.</summary>
    public IEnumerable<(int Index, torch.Tensor Tensor)> Split(LayerState state, torch.Tensor rows)
    {
        var tensors = state.Tensors().ToList();
        long offset = 0;
        foreach (var index in Moving)
        {
            var like = tensors[index];
            var width = like.numel() / _batch;
            var part = rows.narrow(1, offset, width);
            offset += width;
            yield return (index, _isLast ? part.reshape([_batch, .. like.shape[..^1]]).movedim([0], [-1]) : part.reshape(like.shape));
        }
    }
}
