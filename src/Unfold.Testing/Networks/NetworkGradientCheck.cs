using TorchSharp;
using Unfold.Engine.Precision;

namespace Unfold.Testing;

/// <summary>The gradient of a network's loss with respect to the measurements and every parameter, against finite differences.</summary>
internal static class NetworkGradientCheck
{
    private const string Check = "gradient";
    private const int Batch = 2;
    private const double DoubleTolerance = 1e-3;
    private const double SingleTolerance = 0.1;

    /// <summary>In double precision where the network can be built in it, or moved to it. An architecture that does not promise its full gradient may hold a part back.</summary>
    public static CheckResult Of(IArchitecture architecture, SignalShape shape)
    {
        var promised = (architecture as IFullyDifferentiable<IArchitecture>)?.WithFullGradient();
        var result = InDouble(promised ?? architecture, shape, isMoved: false)
            ?? InDouble(promised ?? architecture, shape, isMoved: true)
            ?? In(promised ?? architecture, shape, torch.ScalarType.Float32, isMoved: false).Within("in float32: the network can neither be built in double precision nor moved to it");
        return result.Failed && promised is null
            ? CheckResult.Skipped(Check, $"a part of it is held back, as training may do; landscapes would need {nameof(IFullyDifferentiable<>)}: {result.Message}") with { IsTold = true }
            : result;
    }

    private static CheckResult? InDouble(IArchitecture architecture, SignalShape shape, bool isMoved)
    {
        try
        {
            using var precision = new DoublePrecision();
            return In(architecture, shape, torch.ScalarType.Float64, isMoved);
        }
        catch (Exception mixed) when (mixed is not (UnfoldException or OutOfMemoryException))
        {
            // A tensor of float32 somewhere: nothing forbids that.
            return null;
        }
    }

    private static CheckResult In(IArchitecture architecture, SignalShape shape, torch.ScalarType dtype, bool isMoved)
    {
        var isDouble = dtype == torch.ScalarType.Float64;
        using var scope = torch.NewDisposeScope();
        using var built = new BuiltNetwork(architecture, shape, dtype);
        if (isMoved)
            built.Network.to(dtype);
        built.Network.eval();
        using var generator = new torch.Generator(11, torch.CPU);
        var (observed, truth) = (built.Observe(Batch), built.Sample.Truth(Batch));
        var y = observed.Y.detach().clone().requires_grad_(true);
        var variables = built.Network.named_parameters()
            .Where(p => p.parameter.requires_grad)
            .Select(p => (p.name, (torch.Tensor)p.parameter))
            .Append(("the measurements", y))
            .ToList();
        return DirectionalGradientCheck.Of(() => built.Objective(observed with { Y = y }, truth), variables, generator, isDouble ? 1e-6 : 3e-3, isDouble ? DoubleTolerance : SingleTolerance);
    }
}
