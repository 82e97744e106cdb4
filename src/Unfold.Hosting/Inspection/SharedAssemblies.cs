using System.Reflection;

namespace Unfold.Hosting;

/// <summary>
/// The assemblies that the host and every plugin must have in common, one copy in the process: the contracts and TorchSharp,
/// whose types the contracts mention. Naming them loads managed code only, never libtorch.
/// </summary>
internal static class SharedAssemblies
{
    // Asked of the contracts, since this room does not know torch.
    private static readonly Type Tensor = typeof(SignalSet).GetProperty(nameof(SignalSet.Train))!.PropertyType;

    /// <summary>A type of each.</summary>
    public static IReadOnlyList<Type> Types { get; } = [typeof(UnfoldException), Tensor];

    public static AssemblyName Contracts { get; } = typeof(UnfoldException).Assembly.GetName();

    public static AssemblyName Torch { get; } = Tensor.Assembly.GetName();

    /// <summary>The host's file of the shared assembly of this name, or null if the name is not shared.</summary>
    public static string? PathOf(string simpleName) =>
        Types.Select(type => type.Assembly).FirstOrDefault(assembly => assembly.GetName().Name == simpleName)?.Location;
}
