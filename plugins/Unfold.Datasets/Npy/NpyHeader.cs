using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Unfold.Datasets;

/// <summary>The header of a .npy file (NumPy's format, versions 1 to 3): a magic string, a length, a Python dictionary.</summary>
/// <param name="Type">NumPy's name of the element type: <c>&lt;f4</c>, <c>&lt;f8</c>, <c>|u1</c> …</param>
/// <param name="IsFortranOrder">Whether the first index runs fastest.</param>
/// <param name="Shape">The dimensions.</param>
internal sealed partial record NpyHeader(string Type, bool IsFortranOrder, IReadOnlyList<int> Shape)
{
    private const int LongestHeader = 1 << 20;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads it; the stream stands at the first element afterwards.</summary>
    /// <param name="stream">At the beginning of the file.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="UnfoldException">UFD003: the file is cut off; UFD004: it is no .npy file.</exception>
    public static NpyHeader Read(Stream stream, string path)
    {
        var start = Bytes(stream, Magic.Length + 2, path);
        if (!start.AsSpan().StartsWith(Magic))
            throw Other(path, "it does not begin with \\x93NUMPY");
        var length = start[^2] switch
        {
            1 => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(stream, sizeof(ushort), path)),
            2 or 3 => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(stream, sizeof(uint), path)),
            var version => throw Other(path, $"its format has version {version}, known are 1, 2 and 3"),
        };
        if (length > LongestHeader)
            throw Other(path, $"its header is said to have {length} bytes");
        var text = Encoding.UTF8.GetString(Bytes(stream, (int)length, path));
        var (type, order, shape) = (TypePattern().Match(text), OrderPattern().Match(text), ShapePattern().Match(text));
        if (!type.Success || !order.Success || !shape.Success)
            throw Other(path, $"its header is {text.Trim()}, which is no array of one element type");
        return new NpyHeader(type.Groups["value"].Value, order.Groups["value"].Value == "True", Dimensions(shape.Groups["value"].Value, path));
    }

    private static int[] Dimensions(string text, string path) =>
    [
        .. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(d => int.TryParse(d, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : throw Other(path, $"its shape is ({text})")),
    ];

    private static byte[] Bytes(Stream stream, int count, string path)
    {
        var bytes = new byte[count];
        return stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false) == count
            ? bytes
            : throw new UnfoldException("UFD003", $"{path} is cut off within its header", "write it again with numpy.save");
    }

    private static UnfoldException Other(string path, string why) => new("UFD004", $"{path} is no .npy file of numbers: {why}", "write it with numpy.save");

    [GeneratedRegex("""['"]descr['"]\s*:\s*['"](?<value>[^'"]*)['"]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypePattern();

    [GeneratedRegex("""['"]fortran_order['"]\s*:\s*(?<value>True|False)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OrderPattern();

    [GeneratedRegex("""['"]shape['"]\s*:\s*\((?<value>[^)]*)\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShapePattern();
}
