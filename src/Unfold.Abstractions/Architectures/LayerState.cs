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

    private static PropertyInfo[] Find(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => typeof(torch.Tensor).IsAssignableFrom(p.PropertyType) || typeof(LayerState).IsAssignableFrom(p.PropertyType))];
}
