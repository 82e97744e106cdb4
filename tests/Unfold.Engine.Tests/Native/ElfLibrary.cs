using System.Buffers.Binary;
using System.Text;

namespace Unfold.Engine.Tests;

/// <summary>A little-endian ELF64 library with nothing but the versions that it requires, laid out as the gABI says.</summary>
internal static class ElfLibrary
{
    private const int Header = 64, Section = 64, Need = 16, Auxiliary = 16;
    private const uint StringTable = 3, VersionNeed = 0x6ffffffe;

    /// <param name="needed">Libraries, each with the versions it must have.</param>
    public static byte[] Of(params (string Library, string[] Versions)[] needed)
    {
        ArgumentNullException.ThrowIfNull(needed);
        var names = new List<byte> { 0 };
        int Name(string text)
        {
            var offset = names.Count;
            names.AddRange(Encoding.ASCII.GetBytes(text + "\0"));
            return offset;
        }

        var table = new List<byte>();
        for (var i = 0; i < needed.Length; i++)
        {
            var (library, versions) = needed[i];
            // Elf64_Verneed: version, count, file, offset of the first auxiliary record, offset of the next of these.
            var isLast = i == needed.Length - 1;
            Add(table, (1, 2), (versions.Length, 2), (Name(library), 4), (Need, 4), (isLast ? 0 : Need + (versions.Length * Auxiliary), 4));
            for (var v = 0; v < versions.Length; v++)
            {
                // Elf64_Vernaux: hash, flags, index, name, offset of the next.
                Add(table, (0x1234, 4), (0, 2), (v + 2, 2), (Name(versions[v]), 4), (v == versions.Length - 1 ? 0 : Auxiliary, 4));
            }
        }

        var (tableStart, namesStart) = (Header, Header + table.Count);
        var sections = namesStart + names.Count;
        var file = new List<byte> { 0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1 };
        Pad(file, 16);
        Add(file, (3, 2), (62, 2), (1, 4), (0, 8), (0, 8), (sections, 8), (0, 4), (Header, 2), (0, 2), (0, 2), (Section, 2), (3, 2), (2, 2));
        file.AddRange(table);
        file.AddRange(names);
        Pad(file, sections + Section);
        Add(file, (0, 4), (VersionNeed, 4), (2, 8), (0, 8), (tableStart, 8), (table.Count, 8), (2, 4), (needed.Length, 4), (8, 8), (0, 8));
        Add(file, (0, 4), (StringTable, 4), (0, 8), (0, 8), (namesStart, 8), (names.Count, 8), (0, 4), (0, 4), (1, 8), (0, 8));
        return [.. file];
    }

    private static void Pad(List<byte> bytes, int length) => bytes.AddRange(new byte[length - bytes.Count]);

    private static void Add(List<byte> bytes, params (long Value, int Width)[] fields)
    {
        Span<byte> number = stackalloc byte[8];
        foreach (var (value, width) in fields)
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, value);
            bytes.AddRange(number[..width]);
        }
    }
}
