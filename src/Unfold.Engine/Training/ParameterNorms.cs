using TorchSharp;

namespace Unfold.Engine.Training;

/// <summary>Norms of parameters and their gradients, for the message of a diverged run.</summary>
internal static class ParameterNorms
{
    public static SortedDictionary<string, double> Of(torch.nn.Module network)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var norms = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, parameter) in network.named_parameters())
        {
            norms[name] = parameter.norm().to(torch.float64).item<double>();
            if (parameter.grad is { } gradient)
                norms[$"grad({name})"] = gradient.norm().to(torch.float64).item<double>();
        }

        return norms;
    }
}
