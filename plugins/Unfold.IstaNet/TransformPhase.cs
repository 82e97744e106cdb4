using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.IstaNet;

/// <summary>A phase of ISTA-Net: x⁺ = F̃(soft(F(r), θ)), with two convolutions and a ReLU between them in each of F and F̃.</summary>
internal sealed class TransformPhase : Phase
{
    private readonly Conv2d _first;
    private readonly Conv2d _second;
    private readonly Conv2d _inverseFirst;
    private readonly Conv2d _inverseSecond;

    public TransformPhase(IstaNetOptions options, Problem problem)
        : base(options, problem)
    {
        _first = Convolution("transform_1", Channels, Filters);
        _second = Convolution("transform_2", Filters, Filters);
        _inverseFirst = Convolution("inverse_1", Filters, Filters);
        _inverseSecond = Convolution("inverse_2", Filters, Channels);
    }

    protected override (torch.Tensor X, torch.Tensor? Symmetry) OfImages(torch.Tensor r, bool withSymmetry)
    {
        var transformed = Transform(r);
        return (Inverse(Soft(transformed)), withSymmetry ? (Inverse(transformed) - r).square().mean() : null);
    }

    protected override torch.Tensor SymmetryOfImages(torch.Tensor x) => (Inverse(Transform(x)) - x).square().mean();

    private torch.Tensor Transform(torch.Tensor images) => _second.Convolve(_first.Convolve(images).relu());

    private torch.Tensor Inverse(torch.Tensor features) => _inverseSecond.Convolve(_inverseFirst.Convolve(features).relu());
}
