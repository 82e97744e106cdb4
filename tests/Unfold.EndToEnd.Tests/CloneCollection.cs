namespace Unfold.EndToEnd.Tests;

/// <summary>The test classes that share the clone: one build serves them all, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class CloneCollection : ICollectionFixture<Clone>
{
    public const string Name = "clone";
}
