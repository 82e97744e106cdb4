using System.Runtime.CompilerServices;
using Unfold.Engine.Native;

namespace Unfold.Deconet.Tests;

internal static class TorchSetup
{
    [ModuleInitializer]
    internal static void Load() => NativeLibraries.Load();
}
