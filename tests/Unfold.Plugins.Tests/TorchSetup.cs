using System.Runtime.CompilerServices;
using Unfold.Engine.Native;

namespace Unfold.Plugins.Tests;

internal static class TorchSetup
{
    [ModuleInitializer]
    internal static void Load() => NativeLibraries.Load();
}
