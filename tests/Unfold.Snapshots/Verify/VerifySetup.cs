using System.Runtime.CompilerServices;

namespace Unfold.Snapshots;

/// <summary>Gives Verify.Xunit the stand-in's file format and comparer, so that both read the same files.</summary>
internal static class VerifySetup
{
    [ModuleInitializer]
    internal static void Initialize()
    {
        VerifierSettings.UseStrictJson();
        VerifierSettings.DontScrubDateTimes();
        VerifierSettings.DontScrubGuids();
        VerifierSettings.DontIgnoreEmptyCollections();
        foreach (var extension in new[] { "json", "txt", "cs", "md" })
        {
            VerifierSettings.RegisterStringComparer(extension, (received, verified, context) =>
                Task.FromResult(SnapshotComparer.Explain(extension, received, verified, SnapshotTolerances.Of(context)) is { } message
                    ? CompareResult.NotEqual(message)
                    : CompareResult.Equal));
        }
    }
}
