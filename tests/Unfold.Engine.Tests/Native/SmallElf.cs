using System.Text;

namespace Unfold.Engine.Tests;

/// <summary>A little-endian ELF64 file with nothing in it but version requirements (.gnu.version_r) and their names.</summary>
internal static class SmallElf
{
    private const int HeaderLength = 64;
    private const int SectionLength = 64;
    private const uint Strings = 3;
    private const uint VersionNeed = 0x6ffffffe;

    public static byte[] Requiring(params string[] versions)
    {
        var names = new List<byte> { 0 };
        var offsets = versions.Select(v =>
        {
            var at = names.Count;
            names.AddRange(Encoding.ASCII.GetBytes(v));
            names.Add(0);
            return at;
        }).ToList();
        var needs = new List<byte>();
        // Verneed: version, count, file, offset of the records, offset of the next (none).
        needs.AddRange([.. Half(1), .. Half(versions.Length), .. Word(0), .. Word(16), .. Word(0)]);
        for (var i = 0; i < versions.Length; i++)
            needs.AddRange([.. Word(i), .. Half(0), .. Half(i + 2), .. Word(offsets[i]), .. Word(i == versions.Length - 1 ? 0 : 16)]);

        var namesAt = HeaderLength;
        var needsAt = namesAt + names.Count;
        var sectionsAt = needsAt + needs.Count;
        var header = new byte[HeaderLength];
        new byte[] { 0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1 }.CopyTo(header, 0);
        Long(sectionsAt).CopyTo(header, 0x28);
        Half(SectionLength).CopyTo(header, 0x3a);
        Half(3).CopyTo(header, 0x3c);
        return [.. header, .. names, .. needs, .. new byte[SectionLength], .. Section(Strings, namesAt, names.Count, 0), .. Section(VersionNeed, needsAt, needs.Count, 1)];
    }

    private static byte[] Section(uint type, long offset, long size, uint link)
    {
        var section = new byte[SectionLength];
        Word((int)type).CopyTo(section, 4);
        Long(offset).CopyTo(section, 24);
        Long(size).CopyTo(section, 32);
        Word((int)link).CopyTo(section, 40);
        return section;
    }

    private static byte[] Half(int value) => BitConverter.GetBytes((ushort)value);

    private static byte[] Word(int value) => BitConverter.GetBytes(value);

    private static byte[] Long(long value) => BitConverter.GetBytes(value);
}
