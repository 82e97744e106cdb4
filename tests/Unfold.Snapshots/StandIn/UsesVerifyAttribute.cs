using System.Reflection;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>Marks a test class with snapshots: their files are named after its tests.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UsesVerifyAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<MethodInfo?> Running = new();

    /// <summary>The test that runs.</summary>
    internal static MethodInfo Test => Running.Value ?? throw new InvalidOperationException("Verify is called by tests of a class with [UsesVerify]");

    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest) => Running.Value = methodUnderTest;

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest) => Running.Value = null;
}
