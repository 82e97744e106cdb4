using System.Collections;
using System.Reflection;
using TorchSharp;

namespace Unfold.Testing;

/// <summary>The tensors that an object holds on to: in its fields, in lists in them, and in the modules and operators that they hold; of a module, all that it registered.</summary>
internal static class HeldTensors
{
    private const int Deepest = 8;

    /// <summary>The tensors with the way to them, each once; those that are disposed are left out.</summary>
    /// <param name="root">A network or an operator.</param>
    /// <param name="notItsOwn">What it was given and only refers to.</param>
    public static IReadOnlyList<(string Path, torch.Tensor Tensor)> Of(object root, params object[] notItsOwn)
    {
        var found = new List<(string, torch.Tensor)>();
        Visit(root, "", 0, new HashSet<object>(notItsOwn, ReferenceEqualityComparer.Instance), found);
        return found;
    }

    private static void Visit(object? value, string path, int depth, HashSet<object> seen, List<(string, torch.Tensor)> found)
    {
        if (value is null or string or Delegate or Problem || depth > Deepest || !seen.Add(value))
            return;
        switch (value)
        {
            case torch.Tensor tensor:
                if (!tensor.IsInvalid)
                    found.Add((path, tensor));
                return;
            case torch.nn.Module module:
                foreach (var (name, tensor) in module.named_parameters().Select(p => (p.name, (torch.Tensor)p.parameter)).Concat(module.named_buffers().Select(b => (b.name, b.buffer))))
                    Visit(tensor, Join(path, name), depth + 1, seen, found);
                break;
            case IDictionary or IList:
                var items = value is IDictionary map ? map.Values : (IEnumerable)value;
                foreach (var (item, i) in items.Cast<object?>().Select((item, i) => (item, i)))
                    Visit(item, $"{path}[{i}]", depth + 1, seen, found);
                return;
        }

        if (!IsOfThePlugin(value))
            return;
        foreach (var field in Fields(value.GetType()))
            Visit(field.GetValue(value), Join(path, Name(field)), depth + 1, seen, found);
    }

    // Options and components are the spec's; of the runtime and of torch nobody asks for fields.
    private static bool IsOfThePlugin(object value)
    {
        var assembly = value.GetType().Assembly;
        return value is not IComponent
            && !value.GetType().IsPrimitive
            && assembly != typeof(torch).Assembly
            && assembly.GetName().Name is { } name
            && !name.StartsWith("System.", StringComparison.Ordinal)
            && !name.StartsWith("Microsoft.", StringComparison.Ordinal);
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var at = type; at is not null && at != typeof(object) && at.Assembly != typeof(torch).Assembly; at = at.BaseType)
        {
            foreach (var field in at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Where(f => !f.FieldType.IsPointer && !f.FieldType.IsPrimitive))
                yield return field;
        }
    }

    // <Matrix>k__BackingField and <matrix>P are called as they are written.
    private static string Name(FieldInfo field) => field.Name.StartsWith('<') && field.Name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? field.Name[1..end] : field.Name;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
