using System.Collections.Concurrent;

namespace Unfold.Reliability.Tests;

/// <summary>Undisturbed runs, each trained once, when it is first asked for.</summary>
/// <param name="folder">Where they go.</param>
internal sealed class ReferenceRuns(string folder)
{
    private readonly ConcurrentDictionary<(ChaosSpec Spec, int Seed), Lazy<ReferenceRun>> _runs = new();

    /// <summary>The one of a spec and seed.</summary>
    public ReferenceRun this[ChaosSpec spec, int seed] =>
        _runs.GetOrAdd((spec, seed), key => new Lazy<ReferenceRun>(() => ReferenceRun.Train(Path.Combine(folder, $"{key.Spec.Name}-{key.Seed}"), key.Spec, key.Seed))).Value;
}
