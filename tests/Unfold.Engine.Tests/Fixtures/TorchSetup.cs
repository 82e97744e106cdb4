using System.Runtime.CompilerServices;
using TorchSharp;
using Unfold.Engine.Native;

namespace Unfold.Engine.Tests;

internal static class TorchSetup
{
    [ModuleInitializer]
    internal static void Load()
    {
        NativeLibraries.Load();
        // The matrices here are tiny: more threads would only wait for each other.
        torch.set_num_threads(1);
    }
}
