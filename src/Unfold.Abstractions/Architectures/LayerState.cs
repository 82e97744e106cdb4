using System.Collections.Concurrent;
using System.Reflection;
using TorchSharp;

namespace Unfold;

/// <summary>
/// What a layer hands to the next: the network's own record of tensors. The engine runs every layer in a dispose scope and
/// keeps exactly the tensors that are public properties of the state.
/// </summary>
public abstract record LayerState
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> TensorProperties = new();

    /// <summary>
    /// Which dimension counts the signals of the batch, in every tensor that has a part for each of them: 0, the first, or -1, the last. It must be told by the states of
    /// <see cref="IStationary"/> architectures, whose equilibria are solved for every signal by itself.
    /// </summary>
    public virtual int BatchDimension => 0;

    /// <summary>The tensors of this state, those of nested states included.</summary>
    public IEnumerable<torch.Tensor> Tensors()
    {
        foreach (var property in TensorProperties.GetOrAdd(GetType(), Find))
        {
            switch (property.GetValue(this))
            {
                case torch.Tensor tensor:
                    yield return tensor;
                    break;
                case LayerState nested:
                    foreach (var inner in nested.Tensors())
                        yield return inner;
                    break;
            }
        }
    }

    /// <summary>The same state with other tensors in place of its own, those of nested states included: detached ones, or copies.</summary>
    /// <param name="change">
    /// From a tensor of this state to the one in its place, of the same shape. Asked once for each tensor: what two properties share, they share afterwards.
    /// </param>
    /// <exception cref="NotSupportedException">A property that holds a tensor cannot be set: states are records whose properties have <c>init</c>.</exception>
    public LayerState With(Func<torch.Tensor, torch.Tensor> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var changed = new Dictionary<torch.Tensor, torch.Tensor>(ReferenceEqualityComparer.Instance);
        return Changed(tensor => changed.TryGetValue(tensor, out var known) ? known : changed[tensor] = change(tensor));
    }

    private LayerState Changed(Func<torch.Tensor, torch.Tensor> change)
    {
        var copy = (LayerState)MemberwiseClone();
        foreach (var property in TensorProperties.GetOrAdd(GetType(), Find))
        {
            object? changed = property.GetValue(this) switch
            {
                torch.Tensor tensor => change(tensor),
                LayerState nested => nested.Changed(change),
                _ => null,
            };
            if (changed is not null)
                Put(property, copy, changed);
        }

        return copy;
    }

    private static void Put(PropertyInfo property, LayerState state, object value)
    {
        if (!property.CanWrite)
            throw new NotSupportedException($"{property.DeclaringType?.Name}.{property.Name} holds a tensor and cannot be set: give it an init accessor.");
        property.SetValue(state, value);
    }

    private static PropertyInfo[] Find(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => typeof(torch.Tensor).IsAssignableFrom(p.PropertyType) || typeof(LayerState).IsAssignableFrom(p.PropertyType))];
}
