namespace Unfold.Reliability.Tests;

/// <summary>How often things go wrong: a few times in the suite, often where <c>UNFOLD_CHAOS=full</c> asks for it.</summary>
internal static class ChaosSize
{
    /// <summary>Whether the long form was asked for.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("UNFOLD_CHAOS") == "full";

    /// <summary>How many runs are disturbed side by side.</summary>
    public static int Workers { get; } = IsFull ? Number("UNFOLD_CHAOS_WORKERS", 2) : 1;

    /// <summary>The seed of all that is random; another one finds other moments.</summary>
    public static int Seed { get; } = Number("UNFOLD_CHAOS_SEED", 1);

    /// <summary>A number of times: <c>UNFOLD_CHAOS_TIMES</c>, where it is set, for one scenario alone.</summary>
    public static int Times(int few, int many) => IsFull ? Number("UNFOLD_CHAOS_TIMES", many) : few;

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : otherwise;
}
