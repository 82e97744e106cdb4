using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.IstaNet;

/// <summary>A phase of ISTA-Net⁺: x⁺ = r + G(H̃(soft(H(D(r)), θ))), with two convolutions and a ReLU between them in each of H and H̃.</summary>
internal sealed class ResidualPhase : Phase
{
    private readonly Conv2d _features;
    private readonly Conv2d _first;
    private readonly Conv2d _second;
    private readonly Conv2d _inverseFirst;
    private readonly Conv2d _inverseSecond;
    private readonly Conv2d _image;

    public ResidualPhase(IstaNetOptions options, Problem problem)
        : base(options, problem)
    {
        _features = Convolution("features", Channels, Filters);
        _first = Convolution("transform_1", Filters, Filters);
        _second = Convolution("transform_2", Filters, Filters);
        _inverseFirst = Convolution("inverse_1", Filters, Filters);
        _inverseSecond = Convolution("inverse_2", Filters, Filters);
        _image = Convolution("image", Filters, Channels);
    }

    protected override (torch.Tensor X, torch.Tensor? Symmetry) OfImages(torch.Tensor r, bool withSymmetry)
    {
        var features = _features.Convolve(r);
        var transformed = Transform(features);
        return (r + _image.Convolve(Inverse(Soft(transformed))), withSymmetry ? (Inverse(transformed) - features).square().mean() : null);
    }

    protected override torch.Tensor SymmetryOfImages(torch.Tensor x)
    {
        var features = _features.Convolve(x);
        return (Inverse(Transform(features)) - features).square().mean();
    }

    private torch.Tensor Transform(torch.Tensor features) => _second.Convolve(_first.Convolve(features).relu());

    private torch.Tensor Inverse(torch.Tensor features) => _inverseSecond.Convolve(_inverseFirst.Convolve(features).relu());
}
