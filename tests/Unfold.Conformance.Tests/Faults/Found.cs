using Unfold.Testing;

namespace Unfold.Conformance.Tests;

/// <summary>What the suite finds of a component.</summary>
internal static class Found
{
    public static IReadOnlyList<CheckResult> In(IComponent component) => [.. ConformanceSuite.Of(() => component)];

    /// <summary>This check fails, and the message says why.</summary>
    public static void Fails(IComponent component, string check, string because)
    {
        var result = Assert.Single(In(component), r => r.Check == check);
        Assert.True(result.Failed, result.ToString());
        Assert.Contains(because, result.Message, StringComparison.Ordinal);
    }

    /// <summary>This check is for a person to judge, and the message says what was seen.</summary>
    public static void Tells(IComponent component, string check, string what)
    {
        var result = Assert.Single(In(component), r => r.Check == check);
        Assert.True(result is { Failed: false, IsTold: true }, result.ToString());
        Assert.Contains(what, result.Message, StringComparison.Ordinal);
    }

    /// <summary>No check fails.</summary>
    public static void Passes(IComponent component) => Assert.All(In(component), r => Assert.False(r.Failed, r.ToString()));
}
