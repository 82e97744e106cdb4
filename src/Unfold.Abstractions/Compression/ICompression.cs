using TorchSharp;

namespace Unfold;

/// <summary>A way of starting a small network from a large one that is trained; the run then fine-tunes it as any other.</summary>
public interface ICompression : IComponent, ITaught
{
    /// <summary>Makes initial parameters of the student. The engine copies them in before epoch 0, which so reports the compressed network.</summary>
    /// <param name="context">Both networks' parameters.</param>
    /// <returns>Values by the student's names and in its shapes; a parameter that is left out keeps its own initial value. Owned by the caller.</returns>
    /// <exception cref="UnfoldException">The student cannot be made from this teacher.</exception>
    IReadOnlyDictionary<string, torch.Tensor> Compress(CompressionContext context);
}
