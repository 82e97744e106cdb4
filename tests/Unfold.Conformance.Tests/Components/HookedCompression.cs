using TorchSharp;

namespace Unfold.Conformance.Tests;

internal sealed class HookedCompression(Func<CompressionContext, IReadOnlyDictionary<string, torch.Tensor>> compress) : ICompression
{
    public object Options => this;

    public string Teacher => "teacher";

    public IReadOnlyDictionary<string, torch.Tensor> Compress(CompressionContext context) => compress(context);
}
