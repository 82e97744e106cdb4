using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Unfold.Datasets;

/// <summary>Finds, checks and reads an idx file of images (the format of MNIST's publishers), gzipped or plain.</summary>
internal static class IdxFile
{
    private const int ImagesMagic = 0x00000803;
    private const int HeaderLength = 16;

    /// <summary>The images of a published file in the first data folder that has it.</summary>
    /// <exception cref="UnfoldException">UFD001: none has it; UFD002 to UFD005: it is damaged.</exception>
    public static IdxImages Open(PublishedIdx file, IReadOnlyList<string> folders)
    {
        var candidates = folders
            .Select(folder => Path.Combine(folder, MnistFiles.Folder))
            .SelectMany(folder => new[] { Path.Combine(folder, file.Published.Name), Path.Combine(folder, file.PlainName) })
            .ToList();
        var path = candidates.FirstOrDefault(File.Exists) ?? throw new UnfoldException(
            "UFD001",
            $"{file.Published.Name} is in none of the data folders {string.Join(", ", folders)} (looked in their folder '{MnistFiles.Folder}')",
            "download it with 'unfold data fetch mnist', or name the folder that holds 'mnist' in UNFOLD_DATA");
        var content = File.ReadAllBytes(path);
        var expected = path.EndsWith(".gz", StringComparison.Ordinal) ? file.Published.Sha256 : file.PlainSha256;
        var received = Convert.ToHexStringLower(SHA256.HashData(content));
        // Read before the sums are compared: "cut off after 3 MB" says more than "another checksum".
        var images = Parse(Unpack(content, path), path, file.Count);
        return received == expected
            ? images
            : throw Damaged("UFD002", $"{path} is not the published file: its SHA-256 is {received}, published was {expected}");
    }

    /// <summary>Reads the format: big-endian magic number, count, rows, columns, then a byte for each pixel.</summary>
    /// <exception cref="UnfoldException">UFD003, UFD004 or UFD005.</exception>
    public static IdxImages Parse(byte[] content, string path, int expectedCount)
    {
        if (content.Length < HeaderLength)
            throw Damaged("UFD003", $"{path} is cut off: {content.Length} bytes, and the header alone has {HeaderLength}");
        var magic = Number(content, 0);
        if (magic != ImagesMagic)
            throw Damaged("UFD004", $"{path} does not hold idx images: it begins with 0x{magic:x8}, not 0x{ImagesMagic:x8}");
        var (count, rows, columns) = (Number(content, 4), Number(content, 8), Number(content, 12));
        if (count != expectedCount || rows != 28 || columns != 28)
            throw Damaged("UFD005", $"{path} says that it holds {count} images of {rows}×{columns}; expected are {expectedCount} of 28×28");
        var length = (long)count * rows * columns;
        if (content.Length - HeaderLength != length)
            throw Damaged("UFD003", $"{path} is {(content.Length - HeaderLength < length ? "cut off" : "too long")}: {content.Length - HeaderLength} bytes of pixels, {length} announced");
        return new IdxImages(count, rows, columns, content[HeaderLength..]);
    }

    private static byte[] Unpack(byte[] content, string path)
    {
        if (!path.EndsWith(".gz", StringComparison.Ordinal))
            return content;
        try
        {
            using var packed = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            packed.CopyTo(plain);
            return plain.ToArray();
        }
        catch (InvalidDataException damaged)
        {
            throw Damaged("UFD003", $"{path} cannot be unpacked: {damaged.Message}");
        }
    }

    private static int Number(byte[] content, int offset) => BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(offset, sizeof(int)));

    private static UnfoldException Damaged(string code, string what) => new(code, what, "delete it and download it again with 'unfold data fetch mnist'");
}
