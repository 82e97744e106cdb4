using System.Runtime.CompilerServices;
using TorchSharp;
using Unfold.Engine.Native;

// Torch's default generator and the count of living tensors are the thread's and the process's.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Unfold.Conformance.Tests;

internal static class TorchSetup
{
    [ModuleInitializer]
    internal static void Load()
    {
        NativeLibraries.Load();
        torch.set_num_threads(1);
    }
}
