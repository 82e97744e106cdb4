using System.Runtime.CompilerServices;
using Unfold.Engine.Native;

namespace Unfold.Engine.Tests;

internal static class TorchSetup
{
    [ModuleInitializer]
    internal static void Load() => NativeLibraries.Load();
}
