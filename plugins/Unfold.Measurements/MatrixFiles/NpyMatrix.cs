using System.Runtime.InteropServices;
using TorchSharp;
using Unfold.Datasets;

namespace Unfold.Measurements;

/// <summary>The numbers of a NumPy file (NEP 1): a header, then little-endian float32 or float64 in C or Fortran order.</summary>
internal static class NpyMatrix
{
    /// <returns>A [m, n], of the file's type, in managed memory; all entries are finite.</returns>
    /// <exception cref="UnfoldException">UFD003: the header is cut off; UFD004: it is no .npy file; UFD022: it holds something else than a matrix that can be read.</exception>
    public static torch.Tensor Parse(byte[] content, string path)
    {
        using var stream = new MemoryStream(content);
        var header = NpyHeader.Read(stream, path);
        if (header.Shape is not [> 0 and var m, > 0 and var n])
            throw Unreadable($"{path} holds no matrix of two dimensions: its shape is ({string.Join(", ", header.Shape)})");
        if (header.Type is not ("<f4" or "<f8"))
            throw Unreadable($"{path} holds numbers of type '{header.Type}'; read are '<f4' and '<f8'");
        var isDouble = header.Type == "<f8";
        var bytes = content.AsSpan((int)stream.Position);
        // Of two dimensions that fit in an int, the product does in a long with room for the size of a number.
        var announced = (long)m * n * (isDouble ? sizeof(double) : sizeof(float));
        if (bytes.Length != announced)
            throw Unreadable($"{path} is {(bytes.Length < announced ? "cut off" : "too long")}: {bytes.Length} bytes of numbers, {announced} announced");
        using var scope = torch.NewDisposeScope();
        var (rows, columns) = header.IsFortranOrder ? (n, m) : (m, n);
        var stored = isDouble
            ? torch.tensor(MemoryMarshal.Cast<byte, double>(bytes).ToArray(), rows, columns)
            : torch.tensor(MemoryMarshal.Cast<byte, float>(bytes).ToArray(), rows, columns);
        if (!stored.isfinite().all().item<bool>())
            throw Unreadable($"{path} holds entries that are not finite");
        return (header.IsFortranOrder ? stored.t() : stored).MoveToOuterDisposeScope();
    }

    private static UnfoldException Unreadable(string what) =>
        new("UFD022", what, "save the matrix with numpy.save(path, A.astype('float32')), A of shape (m, n)");
}
