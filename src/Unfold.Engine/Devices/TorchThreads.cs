using TorchSharp;

namespace Unfold.Engine.Devices;

/// <summary>Threads of torch's operations, of the whole process.</summary>
internal static class TorchThreads
{
    /// <param name="threads">How many, or null to leave them.</param>
    /// <exception cref="UnfoldException">UFX019: too few.</exception>
    public static void Set(int? threads)
    {
        if (threads is { } count)
            torch.set_num_threads(count > 0 ? count : throw new UnfoldException("UFX019", $"--threads is {count}", "give at least 1"));
    }
}
