using TorchSharp;

namespace Unfold.Measurements;

/// <summary>A subset drawn without replacement, every one as likely as any other.</summary>
internal static class RandomSubset
{
    /// <returns><paramref name="count"/> of the numbers 0 … <paramref name="length"/> − 1, ascending, int64.</returns>
    public static torch.Tensor Of(int count, int length, torch.Generator generator)
    {
        using var scope = torch.NewDisposeScope();
        var (ascending, _) = torch.randperm(length, generator: generator).narrow(0, 0, count).sort();
        return ascending.MoveToOuterDisposeScope();
    }
}
