namespace Unfold.Specs;

/// <summary>What specs are checked against.</summary>
/// <param name="components">All components.</param>
/// <param name="training">The options of the <c>training</c> section.</param>
/// <param name="inactive">Components of plugins that are there and not active.</param>
public sealed class SchemaSet(IEnumerable<ComponentSchema> components, IEnumerable<OptionSchema> training, IEnumerable<InactiveComponent>? inactive = null)
{
    private readonly ILookup<(string Kind, string Id), ComponentSchema> _components = components.ToLookup(c => (c.Kind, c.Id));
    private readonly IReadOnlyList<InactiveComponent> _inactive = [.. inactive ?? []];

    /// <summary>The options of the <c>training</c> section.</summary>
    public IReadOnlyList<OptionSchema> Training { get; } = [.. training];

    /// <summary>The components of a kind and id: none, one, or several that clash.</summary>
    public IReadOnlyList<ComponentSchema> Find(string kind, string id) => [.. _components[(kind, id)]];

    /// <summary>The ids of a kind, sorted.</summary>
    public IReadOnlyList<string> Ids(string kind) =>
        [.. _components.Where(c => c.Key.Kind == kind).Select(c => c.Key.Id).OrderBy(id => id, StringComparer.Ordinal)];

    /// <summary>The ids of a kind that have a capability, sorted.</summary>
    public IReadOnlyList<string> Having(string kind, string capability) =>
        [.. Ids(kind).Where(id => _components[(kind, id)].Any(c => c.Capabilities.Contains(capability)))];

    /// <summary>Why a component is not there although a plugin has it, or null.</summary>
    public string? WhyMissing(string kind, string id) => _inactive.FirstOrDefault(i => i.Kind == kind && i.Id == id)?.Why;
}
