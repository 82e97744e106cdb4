using System.Runtime.CompilerServices;
using Unfold.Engine.Native;

namespace MyPlugin.Tests;

internal static class TorchSetup
{
    [ModuleInitializer]
    internal static void Load() => NativeLibraries.Load();
}
