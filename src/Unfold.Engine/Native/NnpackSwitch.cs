using System.Runtime.InteropServices;

namespace Unfold.Engine.Native;

/// <summary>
/// Switches NNPACK off where this processor cannot run it. torch would not use it then either, but asks at every convolution, and writes a warning to standard error
/// each time. TorchSharp has no such switch (torch.backends.nnpack in Python): it is called by its name in the library.
/// </summary>
internal static class NnpackSwitch
{
    private const string GlobalContext = "_ZN2at13globalContextEv";
    private const string IsAvailable = "_ZN2at6native17_nnpack_availableEv";
    private const string SetEnabled = "_ZN2at7Context20setUserEnabledNNPACKEb";
    private const string LogLevel = "FLAGS_caffe2_log_level";
    private const int Error = 2;

    private delegate nint Global();

    [return: MarshalAs(UnmanagedType.I1)]
    private delegate bool Question();

    private delegate void Setter(nint context, [MarshalAs(UnmanagedType.I1)] bool isEnabled);

    /// <summary>Asks once, and quietly. A libtorch that was built without one of the names is left as it is.</summary>
    /// <param name="torch">libtorch_cpu.</param>
    /// <param name="core">libc10.</param>
    public static void Set(nint torch, nint core)
    {
        if (!NativeLibrary.TryGetExport(torch, GlobalContext, out var global)
            || !NativeLibrary.TryGetExport(torch, IsAvailable, out var question)
            || !NativeLibrary.TryGetExport(torch, SetEnabled, out var setter))
            return;
        if (!Quietly(core, Marshal.GetDelegateForFunctionPointer<Question>(question)))
            Marshal.GetDelegateForFunctionPointer<Setter>(setter)(Marshal.GetDelegateForFunctionPointer<Global>(global)(), false);
    }

    private static bool Quietly(nint core, Question question)
    {
        if (!NativeLibrary.TryGetExport(core, LogLevel, out var level))
            return question();
        var before = Marshal.ReadInt32(level);
        Marshal.WriteInt32(level, Math.Max(before, Error));
        try
        {
            return question();
        }
        finally
        {
            Marshal.WriteInt32(level, before);
        }
    }
}
