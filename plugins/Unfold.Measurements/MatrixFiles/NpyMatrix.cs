using System.Runtime.InteropServices;
using TorchSharp;

namespace Unfold.Measurements;

/// <summary>The numbers of a NumPy file (NEP 1): a header, then little-endian float32 or float64 in C or Fortran order.</summary>
internal static class NpyMatrix
{
    /// <returns>A [m, n], of the file's type, in managed memory; all entries are finite.</returns>
    /// <exception cref="UnfoldException">UFD022: the file holds something else.</exception>
    public static torch.Tensor Parse(byte[] content, string path)
    {
        var header = NpyHeader.Parse(content, path);
        var (rows, columns) = header.IsFortranOrder ? (header.Columns, header.Rows) : (header.Rows, header.Columns);
        var bytes = content.AsSpan(header.Length);
        var announced = header.Rows * header.Columns * (header.IsDouble ? sizeof(double) : sizeof(float));
        if (bytes.Length != announced)
            throw NpyHeader.Unreadable($"{path} is {(bytes.Length < announced ? "cut off" : "too long")}: {bytes.Length} bytes of numbers, {announced} announced");
        using var scope = torch.NewDisposeScope();
        var stored = header.IsDouble
            ? torch.tensor(MemoryMarshal.Cast<byte, double>(bytes).ToArray(), rows, columns)
            : torch.tensor(MemoryMarshal.Cast<byte, float>(bytes).ToArray(), rows, columns);
        if (!stored.isfinite().all().item<bool>())
            throw NpyHeader.Unreadable($"{path} holds entries that are not finite");
        return (header.IsFortranOrder ? stored.t() : stored).MoveToOuterDisposeScope();
    }
}
