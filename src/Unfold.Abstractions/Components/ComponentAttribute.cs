namespace Unfold;

/// <summary>
/// Marks a public class as a component that experiments can name: <c>{ "use": "id", … }</c>.
/// The class implements exactly one contract (<see cref="IDataset"/>, <see cref="IMeasurement"/>, …) and takes its own
/// options record as its only constructor argument. Nothing else registers it.
/// </summary>
/// <param name="id">The name in JSON: lower case, digits and hyphens; unique among components of its kind.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ComponentAttribute(string id) : Attribute
{
    /// <summary>The name in JSON.</summary>
    public string Id { get; } = id;
}
