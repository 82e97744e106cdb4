using TorchSharp;

namespace Unfold.Engine.Seeds;

/// <summary>The one place that seeds torch's default generator, so that a stranger's Linear or Dropout is reproducible too.</summary>
internal static class TorchSeed
{
    public static void Set(ulong seed) => torch.random.manual_seed((long)seed);
}
