using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.IstaNet;

/// <summary>One phase: its step size, its threshold and the proximal map that it learnt.</summary>
internal abstract class Phase : torch.nn.Module
{
    private const string LogStep = "log_step", LogThreshold = "log_threshold";

    private readonly SignalShape _shape;

    protected Phase(IstaNetOptions options, Problem problem)
        : base("phase")
    {
        (_shape, Device, Filters, Channels) = (problem.Shape, problem.Device, options.Filters, problem.Shape.Channels);
        Register(LogStep, options.Step);
        Register(LogThreshold, options.Threshold);
    }

    protected torch.Device Device { get; }

    protected int Filters { get; }

    protected int Channels { get; }

    /// <summary>ρ‖A‖², scalar tensor.</summary>
    public torch.Tensor Step() => get_parameter(LogStep)!.exp();

    /// <summary>x⁺ from r.</summary>
    /// <param name="r">After the gradient step, [batch, n].</param>
    /// <param name="withSymmetry">Whether the penalty is wanted.</param>
    /// <returns>x⁺, [batch, n], and how far the transform's inverse is from one, a scalar tensor.</returns>
    public (torch.Tensor X, torch.Tensor? Symmetry) Proximal(torch.Tensor r, bool withSymmetry)
    {
        var (image, symmetry) = OfImages(r.reshape(-1, _shape.Channels, _shape.Height, _shape.Width), withSymmetry);
        return (image.reshape(r.shape), symmetry);
    }

    /// <summary>How far the transform's inverse is from one at x, a scalar tensor.</summary>
    /// <param name="x">[batch, n].</param>
    public torch.Tensor Symmetry(torch.Tensor x) => SymmetryOfImages(x.reshape(-1, _shape.Channels, _shape.Height, _shape.Width));

    protected abstract (torch.Tensor X, torch.Tensor? Symmetry) OfImages(torch.Tensor r, bool withSymmetry);

    protected abstract torch.Tensor SymmetryOfImages(torch.Tensor x);

    /// <summary>sgn(v) max(|v| − θ, 0).</summary>
    protected torch.Tensor Soft(torch.Tensor v)
    {
        var threshold = get_parameter(LogThreshold)!.exp();
        return v - torch.clamp(v, -threshold, threshold);
    }

    protected Conv2d Convolution(string name, int from, int to)
    {
        var convolution = torch.nn.Conv2d(from, to, kernel_size: 3, padding: 1, bias: false, device: Device);
        torch.nn.init.xavier_normal_(convolution.weight);
        register_module(name, convolution);
        return convolution;
    }

    private void Register(string name, double value) =>
        register_parameter(name, new Parameter(torch.tensor(Math.Log(value), dtype: torch.float32, device: Device)));
}
