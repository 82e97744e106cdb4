using System.Buffers.Binary;

namespace Unfold.Plugins.Tests.Datasets;

/// <summary>TIFF files of 8-bit grey images, byte by byte from the specification of 1992: what is read is checked against no library's own writer.</summary>
internal static class HandmadeTiff
{
    private const int PackBits = 32773;

    /// <summary>A file of one strip.</summary>
    /// <param name="pixels">Row by row.</param>
    /// <param name="width">Columns.</param>
    /// <param name="palette">The grey that a stored byte stands for; null where it stands for itself.</param>
    /// <param name="isPacked">Whether rows are compressed by PackBits.</param>
    public static byte[] Of(byte[] pixels, int width, Func<int, int>? palette = null, bool isPacked = false)
    {
        var strip = isPacked ? pixels.Chunk(width).SelectMany(Pack).ToArray() : pixels;
        ushort[] colours = palette is null ? [] : [.. Enumerable.Range(0, 3).SelectMany(_ => Enumerable.Range(0, 256).Select(i => (ushort)(palette(i) * 257)))];
        var coloursAt = 8 + strip.Length + (strip.Length % 2);
        (ushort Tag, ushort Type, int Count, int Value)[] entries =
        [
            (256, 3, 1, width),
            (257, 3, 1, pixels.Length / width),
            (258, 3, 1, 8),
            (259, 3, 1, isPacked ? PackBits : 1),
            (262, 3, 1, palette is null ? 1 : 3),
            (273, 4, 1, 8),
            (277, 3, 1, 1),
            (278, 3, 1, pixels.Length / width),
            (279, 4, 1, strip.Length),
            .. palette is null ? [] : new (ushort, ushort, int, int)[] { (320, 3, colours.Length, coloursAt) },
        ];
        var directoryAt = coloursAt + (colours.Length * 2);
        var file = new byte[directoryAt + 2 + (entries.Length * 12) + 4];
        file[0] = file[1] = (byte)'I';
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(2), 42);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), directoryAt);
        strip.CopyTo(file, 8);
        foreach (var (i, colour) in colours.Index())
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(coloursAt + (i * 2)), colour);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(directoryAt), (ushort)entries.Length);
        foreach (var (i, entry) in entries.Index())
        {
            var at = file.AsSpan(directoryAt + 2 + (i * 12));
            BinaryPrimitives.WriteUInt16LittleEndian(at, entry.Tag);
            BinaryPrimitives.WriteUInt16LittleEndian(at[2..], entry.Type);
            BinaryPrimitives.WriteInt32LittleEndian(at[4..], entry.Count);
            BinaryPrimitives.WriteInt32LittleEndian(at[8..], entry.Value);
        }

        return file;
    }

    // Runs of three and more as such, everything else as single bytes.
    private static IEnumerable<byte> Pack(byte[] row)
    {
        for (var i = 0; i < row.Length;)
        {
            var run = row.Skip(i).TakeWhile(b => b == row[i]).Take(128).Count();
            if (run >= 3)
            {
                yield return (byte)(257 - run);
                yield return row[i];
                i += run;
            }
            else
            {
                yield return 0;
                yield return row[i++];
            }
        }
    }
}
