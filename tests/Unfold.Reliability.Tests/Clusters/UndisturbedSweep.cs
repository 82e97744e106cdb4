namespace Unfold.Reliability.Tests;

/// <summary>The sweep as it is on this machine, undisturbed: what every other one must come to.</summary>
public sealed class UndisturbedSweep : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The hashes of its parameters by cell and seed.</summary>
    internal IReadOnlyDictionary<string, string?> Parameters => field ??= new ClusterSweep(_folder["undisturbed"]).RunHere();

    public void Dispose() => _folder.Dispose();
}
