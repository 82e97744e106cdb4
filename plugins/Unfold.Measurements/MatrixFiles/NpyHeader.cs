using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Unfold.Measurements;

/// <summary>The header of a NumPy file (NEP 1), of a matrix.</summary>
/// <param name="Length">Bytes before the numbers.</param>
/// <param name="IsDouble">Whether the numbers are float64; else float32.</param>
/// <param name="IsFortranOrder">Whether the numbers are stored column by column.</param>
/// <param name="Rows">m.</param>
/// <param name="Columns">n.</param>
internal sealed partial record NpyHeader(int Length, bool IsDouble, bool IsFortranOrder, long Rows, long Columns)
{
    private const int FixedLength = 10;

    private static readonly byte[] Magic = [0x93, .. "NUMPY"u8];

    /// <exception cref="UnfoldException">UFD022.</exception>
    public static NpyHeader Parse(byte[] content, string path)
    {
        if (content.Length < FixedLength + 2 || !content.AsSpan(0, Magic.Length).SequenceEqual(Magic))
            throw Unreadable($"{path} is no NumPy file: it does not begin with \\x93NUMPY");
        // Version 1 has two bytes of length, versions 2 and 3 four.
        var isShort = content[Magic.Length] == 1;
        var start = isShort ? FixedLength : FixedLength + 2;
        var end = start + (isShort ? BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(start - 2)) : (long)BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(start - 4)));
        if (end > content.Length)
            throw Unreadable($"{path} is cut off within its header");
        var text = Encoding.UTF8.GetString(content.AsSpan(start, (int)end - start));
        var (type, order, shape) = (Type().Match(text), Order().Match(text), Shape().Match(text));
        if (!type.Success || !order.Success)
            throw Unreadable($"{path} has a header that says no type or order: {text.Trim()}");
        if (!shape.Success || !TryCount(shape, "m", out var rows) || !TryCount(shape, "n", out var columns))
            throw Unreadable($"{path} holds no matrix of two dimensions: {text.Trim()}");
        return type.Groups["type"].Value is "<f4" or "<f8"
            ? new NpyHeader((int)end, type.Groups["type"].Value == "<f8", order.Groups["order"].Value == "True", rows, columns)
            : throw Unreadable($"{path} holds numbers of type '{type.Groups["type"].Value}'; read are '<f4' and '<f8'");
    }

    public static UnfoldException Unreadable(string what) =>
        new("UFD022", what, "save the matrix with numpy.save(path, A.astype('float32')), A of shape (m, n)");

    // At most what fits in an array, so that the product with the other and a number's size stays within a long.
    private static bool TryCount(Match shape, string name, out int count) =>
        int.TryParse(shape.Groups[name].Value, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;

    [GeneratedRegex("'descr':\\s*'(?<type>[^']*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Type();

    [GeneratedRegex("'fortran_order':\\s*(?<order>True|False)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Order();

    [GeneratedRegex("'shape':\\s*\\((?<m>[0-9]+),\\s*(?<n>[0-9]+),?\\s*\\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
