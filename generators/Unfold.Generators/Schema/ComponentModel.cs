using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>What the referenced assemblies offer, as values that compare.</summary>
/// <param name="Components">Their components.</param>
/// <param name="Training">The options of the <c>training</c> section.</param>
/// <param name="Inactive">What plugins would bring that are switched off.</param>
public sealed record ComponentModel(EquatableArray<ComponentSchema> Components, EquatableArray<OptionSchema> Training, EquatableArray<InactiveComponent> Inactive = default)
{
    /// <summary>The model without the components of some plugins.</summary>
    public ComponentModel Without(IReadOnlyCollection<string> disabled)
    {
        var off = Components.Where(c => disabled.Contains(c.Assembly)).ToList();
        return this with
        {
            Components = new EquatableArray<ComponentSchema>([.. Components.Except(off)]),
            Inactive = new EquatableArray<InactiveComponent>([.. off.Select(c => InactiveComponent.Of(c.Kind, c.Id, c.Assembly, "Disabled", "UFP010", InactiveComponent.DisabledByFile, InactiveComponent.Enable))]),
        };
    }

    /// <summary>The component that a checked spec names.</summary>
    public ComponentSchema Find(string kind, string id) => Components.First(c => c.Kind == kind && c.Id == id);
}
