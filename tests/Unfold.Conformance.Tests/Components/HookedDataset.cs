using System.Security.Cryptography;
using TorchSharp;

namespace Unfold.Conformance.Tests;

/// <summary>Uniform pixels, and hooks for what is wrong.</summary>
internal sealed class HookedDataset : IDataset
{
    private readonly List<torch.Tensor> _kept = [];

    public object Options => this;

    public Func<torch.Tensor, torch.Tensor> Changed { get; init; } = x => x;

    public string Hash { get; init; } = Convert.ToHexStringLower(SHA256.HashData([1]));

    public bool DrawsFromTorch { get; init; }

    public bool Keeps { get; init; }

    public SignalSet Load(DatasetContext context)
    {
        using var generator = new torch.Generator(context.Seed, torch.CPU);
        var train = DrawsFromTorch ? torch.rand(6, 20) : torch.rand(6, 20, generator: generator);
        if (Keeps)
            _kept.Add(torch.ones(1).DetachFromDisposeScope());
        return new SignalSet
        {
            Train = Changed(train),
            Test = torch.rand(3, 20, generator: generator),
            Shape = new SignalShape(1, 4, 5),
            Scale = new PixelScale(0, 1, 0.5, 0.3),
            Licence = "MIT",
            ContentSha256 = Hash,
        };
    }
}
