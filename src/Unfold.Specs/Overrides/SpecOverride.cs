namespace Unfold.Specs;

/// <summary>A change to every variant that is read: <c>architecture.layers=20</c>.</summary>
/// <param name="Path">The path.</param>
/// <param name="Place">The path's place.</param>
/// <param name="Values">One value, or several, which make an axis.</param>
public sealed record SpecOverride(string Path, SpecPlace Place, EquatableArray<SpecNode> Values)
{
    /// <summary>Whether it sets the seeds.</summary>
    public bool IsSeed => AxisPath.IsSeed(Path);

    /// <summary>The override as an axis.</summary>
    public Axis ToAxis() => Axis.Of(Path, Place, Values);
}
