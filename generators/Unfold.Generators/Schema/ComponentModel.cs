using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>What the referenced assemblies offer, as values that compare.</summary>
/// <param name="Components">Their components.</param>
/// <param name="Training">The options of the <c>training</c> section.</param>
public sealed record ComponentModel(EquatableArray<ComponentSchema> Components, EquatableArray<OptionSchema> Training)
{
    /// <summary>The component that a checked spec names.</summary>
    public ComponentSchema Find(string kind, string id) => Components.First(c => c.Kind == kind && c.Id == id);
}
