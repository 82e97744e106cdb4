using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Unfold.Datasets;

/// <summary>Reads .npy files of little-endian float32, float64 or uint8 in C order.</summary>
internal static class NpyFile
{
    private const int ElementsOfChunk = 1 << 20;

    /// <summary>Reads the file in the first data folder that has it.</summary>
    /// <param name="name">Its name under a data folder.</param>
    /// <param name="context">Where to look.</param>
    /// <param name="hash">Is given the header's meaning and the elements' bytes.</param>
    /// <exception cref="UnfoldException">
    /// UFD001: no folder has it; UFD003: it is cut off or too long; UFD004: it is no .npy file; UFD012: its order or element type is not read.
    /// </exception>
    public static NpyArray Open(string name, DatasetContext context, IncrementalHash hash)
    {
        var path = context.DataFolders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) ?? throw new UnfoldException(
            "UFD001",
            $"{name} is in none of the data folders {string.Join(", ", context.DataFolders)}",
            $"put it there, or name the folder that holds '{name}' in UNFOLD_DATA");
        using var stream = File.OpenRead(path);
        return Read(stream, path, hash, context.Cancellation);
    }

    /// <summary>Reads an array.</summary>
    /// <param name="stream">At the beginning of the file.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="hash">As for <see cref="Open"/>.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    /// <exception cref="UnfoldException">As for <see cref="Open"/>.</exception>
    public static NpyArray Read(Stream stream, string path, IncrementalHash hash, CancellationToken cancellation)
    {
        var header = NpyHeader.Read(stream, path);
        if (header.IsFortranOrder)
            throw Unread(path, "in Fortran order", "numpy.save(file, numpy.ascontiguousarray(array))");
        var size = header.Type switch
        {
            "|u1" => sizeof(byte),
            "<f4" => sizeof(float),
            "<f8" => sizeof(double),
            var other => throw Unread(path, $"of elements '{other}'", "numpy.save(file, array.astype('<f4'))"),
        };
        var count = header.Shape.Aggregate(BigInteger.One, (product, dimension) => product * dimension);
        var (announced, present) = (count * size, stream.Length - stream.Position);
        if (present != announced)
            throw new UnfoldException("UFD003", $"{path} is {(present < announced ? "cut off" : "too long")}: {present} bytes of elements, {announced} announced", "write it again with numpy.save");
        if (count > Array.MaxLength)
            throw Unread(path, $"of {count} elements, more than fit into one array", "several experiments on parts of it");
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{header.Type}:{string.Join('x', header.Shape)};"));
        return new NpyArray(path, header.Shape, Elements(stream, (int)count, size, hash, cancellation), IsBytes: size == sizeof(byte));
    }

    private static float[] Elements(Stream stream, int count, int size, IncrementalHash hash, CancellationToken cancellation)
    {
        var values = new float[count];
        var buffer = new byte[(long)Math.Min(count, ElementsOfChunk) * size];
        for (var start = 0; start < count; start += ElementsOfChunk)
        {
            cancellation.ThrowIfCancellationRequested();
            var target = values.AsSpan(start, Math.Min(ElementsOfChunk, count - start));
            var bytes = buffer.AsSpan(0, target.Length * size);
            stream.ReadExactly(bytes);
            hash.AppendData(bytes);
            Convert(bytes, size, target);
        }

        return values;
    }

    private static void Convert(ReadOnlySpan<byte> bytes, int size, Span<float> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = size switch
            {
                sizeof(byte) => bytes[i],
                sizeof(float) => BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * size)..]),
                _ => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes[(i * size)..]),
            };
        }
    }

    private static UnfoldException Unread(string path, string what, string how) =>
        new("UFD012", $"{path} holds an array {what}; read are float32, float64 and uint8 in C order, little-endian", $"write it with {how}");
}
