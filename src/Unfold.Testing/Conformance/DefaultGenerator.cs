using TorchSharp;
using Unfold.Engine.Seeds;

namespace Unfold.Testing;

/// <summary>What a component does to torch's default generator, which is the engine's to seed.</summary>
internal static class DefaultGenerator
{
    /// <summary>Whether an action neither draws from it nor seeds it.</summary>
    public static bool IsLeftAlone(Action act)
    {
        TorchSeed.Set(1);
        var before = Draw();
        TorchSeed.Set(1);
        act();
        return Draw().SequenceEqual(before);
    }

    /// <summary>Whether an action seeds it: what is drawn afterwards does not depend on what the engine seeded.</summary>
    public static bool IsSeeded(Action act)
    {
        TorchSeed.Set(1);
        act();
        var first = Draw();
        TorchSeed.Set(2);
        act();
        return Draw().SequenceEqual(first);
    }

    private static double[] Draw()
    {
        using var drawn = torch.rand(4, dtype: torch.float64);
        return drawn.data<double>().ToArray();
    }
}
