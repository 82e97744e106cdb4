using System.Runtime.CompilerServices;
using Unfold.Engine.Native;

// Torch's default generator and its number of threads are the process's: a run beside another would not be reproducible.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Unfold.Deconet.Tests;

internal static class TorchSetup
{
    [ModuleInitializer]
    internal static void Load() => NativeLibraries.Load();
}
