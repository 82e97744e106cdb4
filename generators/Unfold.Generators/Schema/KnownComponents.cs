using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>The components, ready to be looked up: made once for all experiments, equal where the model is.</summary>
internal sealed class KnownComponents(ComponentModel model) : IEquatable<KnownComponents>
{
    public ComponentModel Model { get; } = model;

    public SchemaSet Schemas { get; } = new(model.Components, model.Training, model.Inactive);

    public bool Equals(KnownComponents? other) => Model.Equals(other?.Model);

    public override bool Equals(object? obj) => Equals(obj as KnownComponents);

    public override int GetHashCode() => Model.GetHashCode();
}
