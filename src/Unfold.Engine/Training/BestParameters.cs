using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Training;

/// <summary>Keeps the parameters of the epoch with the lowest validation MSE, where a run asks for it.</summary>
internal sealed class BestParameters(KeptParameters keep, IReadOnlyList<Parameter> parameters) : IDisposable
{
    private readonly List<torch.Tensor> _copies = [];
    private double _lowest = double.PositiveInfinity;

    public void Consider(int epoch, double validationMse)
    {
        // Epoch 0 is the untrained network: reported beside the result, never as the result.
        if (keep != KeptParameters.BestValidation || epoch == 0 || !(validationMse < _lowest))
            return;
        _lowest = validationMse;
        Clear();
        using var scope = torch.NewDisposeScope();
        foreach (var parameter in parameters)
            _copies.Add(parameter.detach().clone().DetachFromDisposeScope());
    }

    public void Restore()
    {
        using var noGradient = torch.no_grad();
        for (var i = 0; i < _copies.Count; i++)
            parameters[i].copy_(_copies[i]);
        Clear();
    }

    public void Dispose() => Clear();

    private void Clear()
    {
        foreach (var copy in _copies)
            copy.Dispose();
        _copies.Clear();
    }
}
