using TorchSharp;

namespace Unfold.Engine.Optimizers;

/// <summary>A random search at work. Which candidate is best is decided on the device: no value is fetched.</summary>
internal sealed class RandomSearchUpdate(RandomSearchOptions options, IReadOnlyList<SearchedParameter> parameters) : ParameterUpdate
{
    private const string StepName = "step";

    private long _step;

    public override torch.Tensor Step(Func<torch.Tensor> evaluate, double learningRate)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var spread = Math.Max(options.SmallestSpread, learningRate * Math.Pow(options.Shrink, Math.Max(0, _step - 1)));
        var tried = parameters.Select(p => new List<torch.Tensor> { p.Copy() }).ToList();
        var losses = new List<torch.Tensor> { Evaluate(evaluate) };
        try
        {
            for (var candidate = 0; candidate < options.Candidates; candidate++)
            {
                foreach (var (i, parameter) in parameters.Index())
                {
                    tried[i].Add(parameter.Candidate(tried[i][0], _step == 0 ? null : spread, spread));
                    parameter.Set(tried[i][^1]);
                }

                losses.Add(Evaluate(evaluate));
            }
        }
        catch
        {
            // A step that does not end has not been made: what is saved now must not hold a candidate.
            foreach (var (i, parameter) in parameters.Index())
                parameter.Set(tried[i][0]);
            throw;
        }

        // A loss that is no number is never the best: where all are none, the present parameters stay.
        var best = torch.stack(losses).nan_to_num(nan: double.PositiveInfinity).argmin().reshape(1);
        foreach (var (i, parameter) in parameters.Index())
            parameter.Set(torch.stack(tried[i]).index_select(0, best).squeeze(0));
        _step++;
        return losses[0].MoveToOuterDisposeScope();
    }

    public override IReadOnlyDictionary<string, torch.Tensor> Save() =>
        new Dictionary<string, torch.Tensor>(StringComparer.Ordinal) { [StepName] = torch.tensor(_step, dtype: torch.int64) };

    public override void Load(IReadOnlyDictionary<string, torch.Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Count != 1 || !state.TryGetValue(StepName, out var step) || step.numel() != 1)
            throw new FormatException($"it holds {state.Count} tensors, and this optimizer takes one number, '{StepName}'");
        _step = step.item<long>();
    }

    private static torch.Tensor Evaluate(Func<torch.Tensor> evaluate)
    {
        using var scope = torch.NewDisposeScope();
        return evaluate().MoveToOuterDisposeScope();
    }
}
