using System.Runtime.CompilerServices;
using Unfold.Engine.Native;

// Torch's default generator is the process's: a test beside another would not be reproducible.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace PluginNamespace.Tests;

internal static class TorchSetup
{
    /// <summary>libtorch is loaded before anything asks for it.</summary>
    [ModuleInitializer]
    internal static void Load() => NativeLibraries.Load();
}
