using System.Globalization;
using TorchSharp;

namespace Unfold.Engine.Devices;

/// <summary>Turns <c>auto</c>, <c>cpu</c>, <c>cuda</c>, <c>cuda:i</c> into a device that exists.</summary>
public static class DeviceSelector
{
    /// <exception cref="UnfoldException">UFE010: not a device name; UFE011: no such device here.</exception>
    public static torch.Device Select(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name == "cpu")
            return torch.CPU;
        if (name == "auto")
            return torch.cuda.is_available() ? new torch.Device(DeviceType.CUDA, 0) : torch.CPU;
        var index = CudaIndex(name);
        if (!torch.cuda.is_available())
        {
            throw new UnfoldException(
                "UFE011",
                $"device '{name}' was asked for, and torch finds no CUDA device",
                "use --device cpu, or point UNFOLD_LIBTORCH at a CUDA libtorch; 'unfold doctor' shows what was found");
        }

        var count = torch.cuda.device_count();
        if (index >= count)
            throw new UnfoldException("UFE011", $"device '{name}' was asked for, and there are {count} CUDA devices", $"use cuda:0 to cuda:{count - 1}");
        return new torch.Device(DeviceType.CUDA, index);
    }

    /// <summary>Whether it is a device's name at all; asks no library.</summary>
    /// <exception cref="UnfoldException">UFE010: it is none.</exception>
    public static void CheckName(string name)
    {
        if (name is not ("cpu" or "auto"))
            CudaIndex(name);
    }

    private static int CudaIndex(string name)
    {
        if (name == "cuda")
            return 0;
        if (name.StartsWith("cuda:", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return index;
        }

        throw new UnfoldException("UFE010", $"'{name}' is no device", "use auto, cpu, cuda or cuda:0, cuda:1, …");
    }
}
