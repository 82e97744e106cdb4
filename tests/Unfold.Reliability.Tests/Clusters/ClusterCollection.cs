using Unfold.Slurm;

namespace Unfold.Reliability.Tests;

/// <summary>The tests on a cluster share it, and the sweep that they compare with.</summary>
[CollectionDefinition(Name)]
public sealed class ClusterCollection : ICollectionFixture<SoloSlurm>, ICollectionFixture<UndisturbedSweep>
{
    internal const string Name = "cluster";
}
