namespace Unfold.Hosting;

/// <summary>A plugin's code did not come back within the limit.</summary>
/// <param name="component">The innermost component that was being built, or null where only the experiment around it is known.</param>
internal sealed class ConstructionTimeoutException(CatalogEntry? component) : TimeoutException
{
    public CatalogEntry? Component { get; } = component;
}
