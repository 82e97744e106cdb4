using TorchSharp;

namespace Unfold.Equilibrium.Tests;

/// <summary>The parameters of one network in another.</summary>
internal static class ParameterCopy
{
    public static void Make(UnfoldingNetwork from, UnfoldingNetwork to)
    {
        using var noGradient = torch.no_grad();
        foreach (var (source, target) in from.parameters().Zip(to.parameters()))
            target.copy_(source);
    }
}
