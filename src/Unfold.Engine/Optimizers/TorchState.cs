using TorchSharp;
using TorchSharp.Modules;
using AdamState = TorchSharp.Modules.Adam.State;
using AdamWState = TorchSharp.Modules.AdamW.State;
using SgdState = TorchSharp.Modules.SGD.State;

namespace Unfold.Engine.Optimizers;

/// <summary>The state of a TorchSharp optimizer as named tensors: <c>3.exp_avg</c> is that of the fourth parameter.</summary>
/// <param name="optimizer">Adam, AdamW or SGD.</param>
internal sealed class TorchState(OptimizerHelper optimizer)
{
    private const string Step = "step";

    /// <summary>What there is; a momentum of SGD that no step has filled is left out. Counts are new tensors in the caller's scope.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Save()
    {
        var saved = new Dictionary<string, torch.Tensor>(StringComparer.Ordinal);
        foreach (var (i, state) in optimizer.state_dict().State.Index())
        {
            foreach (var (name, tensor) in Slots(state))
            {
                if (tensor is not null)
                    saved[$"{i}.{name}"] = tensor;
            }

            if (Count(state) is { } count)
                saved[$"{i}.{Step}"] = torch.tensor(count, dtype: torch.int64);
        }

        return saved;
    }

    /// <exception cref="FormatException">Names or shapes are of other parameters.</exception>
    public void Load(IReadOnlyDictionary<string, torch.Tensor> saved)
    {
        using var noGradient = torch.no_grad();
        var taken = 0;
        foreach (var (i, state) in optimizer.state_dict().State.Index())
        {
            foreach (var (name, tensor) in Slots(state))
                taken += Fill(state, tensor, saved.GetValueOrDefault($"{i}.{name}"), $"{i}.{name}");
            if (Count(state) is null)
                continue;
            var count = saved.GetValueOrDefault($"{i}.{Step}") ?? throw new FormatException($"'{i}.{Step}' is missing");
            SetCount(state, count.item<long>());
            taken++;
        }

        if (taken != saved.Count)
            throw new FormatException($"it holds {saved.Count} tensors, and this optimizer takes {taken}");
    }

    private static int Fill(OptimizerState state, torch.Tensor? own, torch.Tensor? saved, string name)
    {
        if (saved is null)
            return own is null || state is SgdState ? 0 : throw new FormatException($"'{name}' is missing");
        if (own is not null && !own.shape.AsSpan().SequenceEqual(saved.shape))
            throw new FormatException($"'{name}' is [{string.Join(", ", saved.shape)}], and the parameter's is [{string.Join(", ", own.shape)}]");
        if (own is not null)
            own.copy_(saved);
        else if (state is SgdState sgd)
            sgd.momentum_buffer = saved.clone().DetachFromDisposeScope();
        return 1;
    }

    private static IEnumerable<(string Name, torch.Tensor? Tensor)> Slots(OptimizerState state) => state switch
    {
        AdamState adam => [("exp_avg", adam.exp_avg), ("exp_avg_sq", adam.exp_avg_sq)],
        AdamWState adamW => [("exp_avg", adamW.exp_avg), ("exp_avg_sq", adamW.exp_avg_sq)],
        SgdState sgd => [("momentum_buffer", sgd.momentum_buffer)],
        _ => throw new NotSupportedException($"The state of {state.GetType()} is not known."),
    };

    private static long? Count(OptimizerState state) => state switch
    {
        AdamState adam => adam.step,
        AdamWState adamW => adamW.step,
        _ => null,
    };

    private static void SetCount(OptimizerState state, long count)
    {
        if (state is AdamState adam)
            adam.step = count;
        else if (state is AdamWState adamW)
            adamW.step = count;
    }
}
