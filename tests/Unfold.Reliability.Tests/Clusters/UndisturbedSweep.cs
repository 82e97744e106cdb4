namespace Unfold.Reliability.Tests;

/// <summary>The sweep as it is on this machine, undisturbed: what every other one must come to.</summary>
public sealed class UndisturbedSweep : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The hashes of its parameters by cell and seed.</summary>
    internal IReadOnlyDictionary<string, string?> Parameters => field ??= Run();

    public void Dispose() => _folder.Dispose();

    private SortedDictionary<string, string?> Run()
    {
        var sweep = new ClusterSweep(_folder["undisturbed"]);
        var end = UnfoldProcess.Run(sweep.Folder, ClusterSweep.Begin("run", "--jobs", "2"));
        Assert.True(end.ExitCode == 0, end.Said);
        return sweep.Parameters();
    }
}
