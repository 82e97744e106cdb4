#nullable enable
using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
#if !UNFOLD_WITHOUT_MSBUILD
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
#endif

namespace Unfold.Build;

#if !UNFOLD_WITHOUT_MSBUILD
/// <summary>Writes a copy of libLibTorchSharp.so that also loads on systems without GLIBCXX_3.4.32.</summary>
public sealed class RelaxLibTorchSharp : Task
{
    /// <summary>The library as the package brings it; only read.</summary>
    [Required]
    public string Source { get; set; } = "";

    /// <summary>The file to write, in obj.</summary>
    [Required]
    public string Destination { get; set; } = "";

    public override bool Execute()
    {
        try
        {
            var isRelaxed = ElfVersionRelaxer.WriteRelaxed(Source, Destination, "GLIBCXX_3.4.32");
            Log.LogMessage(MessageImportance.Low, isRelaxed
                ? $"{Destination}: the requirement GLIBCXX_3.4.32 is weak in this copy."
                : $"{Source}: no GLIBCXX_3.4.32 to relax.");
        }
        catch (InvalidDataException damaged)
        {
            Log.LogError(null, "UFE007", null, Source, 0, 0, 0, 0, $"{damaged.Message}: restore the package again, or build with -p:UnfoldRelaxGlibcxx=false.");
            return false;
        }

        return true;
    }
}
#endif

/// <summary>
/// Marks a version requirement of an ELF64 library as weak (VER_FLG_WEAK), so that the loader accepts a system library without it.
/// TorchSharp 0.107's libLibTorchSharp.so asks for GLIBCXX_3.4.32 for a symbol that no relocation uses; Debian 12 and
/// Ubuntu 22.04 do not have that version, and nothing needs it.
/// </summary>
public static class ElfVersionRelaxer
{
    private const uint VersionNeedSection = 0x6ffffffe;
    private const int WeakFlag = 2;

    /// <summary>Writes a copy of a library in which the requirement is weak; byte for byte the same where there is none.</summary>
    /// <returns>Whether there was something to change.</returns>
    /// <exception cref="InvalidDataException">The source is no library of this kind; nothing is written.</exception>
    public static bool WriteRelaxed(string source, string destination, string version)
    {
        var image = File.ReadAllBytes(source);
        var relaxed = Relax(image, version);
        Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
        // A new file under a new name first: never through a link into the package folder, never half written.
        var temporary = destination + "." + Path.GetRandomFileName();
        File.WriteAllBytes(temporary, relaxed ?? image);
        File.Delete(destination);
        File.Move(temporary, destination);
        return relaxed is not null;
    }

    /// <summary>Returns a changed copy, or null where there is nothing to change: no such record, or already weak.</summary>
    /// <exception cref="InvalidDataException">No little-endian ELF64 library, or a damaged one.</exception>
    public static byte[]? Relax(byte[] image, string version)
    {
        byte[]? changed = null;
        foreach (var record in Requirements(image))
        {
            if (record.Name == version && !record.IsWeak)
            {
                changed ??= (byte[])image.Clone();
                changed[record.FlagsOffset] |= WeakFlag;
            }
        }

        return changed;
    }

    /// <summary>The version requirements of a library: name, offset of the record's flags, whether it is weak.</summary>
    /// <exception cref="InvalidDataException">No little-endian ELF64 library, or a damaged one.</exception>
    public static IReadOnlyList<(string Name, int FlagsOffset, bool IsWeak)> Requirements(byte[] image)
    {
        var isElf64 = image.Length >= 64 && image[0] == 0x7f && image[1] == 'E' && image[2] == 'L' && image[3] == 'F' && image[4] == 2 && image[5] == 1;
        if (!isElf64)
            throw new InvalidDataException("this is no little-endian ELF64 library");
        try
        {
            return new List<(string Name, int FlagsOffset, bool IsWeak)>(InSections(image));
        }
        catch (Exception outside) when (outside is IndexOutOfRangeException || outside is ArgumentException || outside is OverflowException)
        {
            throw new InvalidDataException("this ELF64 library is damaged: its tables point outside the file", outside);
        }
    }

    private static IEnumerable<(string Name, int FlagsOffset, bool IsWeak)> InSections(byte[] image)
    {
        var sections = checked((int)BitConverter.ToUInt64(image, 0x28));
        int entrySize = BitConverter.ToUInt16(image, 0x3a), count = BitConverter.ToUInt16(image, 0x3c);
        for (var i = 0; i < count; i++)
        {
            var section = sections + (i * entrySize);
            if (BitConverter.ToUInt32(image, section + 4) != VersionNeedSection)
                continue;
            var strings = Offset(image, sections + (checked((int)BitConverter.ToUInt32(image, section + 40)) * entrySize));
            foreach (var record in InSection(image, Offset(image, section), strings))
                yield return record;
        }
    }

    private static IEnumerable<(string Name, int FlagsOffset, bool IsWeak)> InSection(byte[] image, int need, int strings)
    {
        for (int files = 0; files < 1024; files++)
        {
            int records = BitConverter.ToUInt16(image, need + 2);
            var record = need + checked((int)BitConverter.ToUInt32(image, need + 8));
            for (var i = 0; i < records; i++)
            {
                var name = Text(image, strings + checked((int)BitConverter.ToUInt32(image, record + 8)));
                yield return (name, record + 4, (image[record + 4] & WeakFlag) != 0);
                record += checked((int)BitConverter.ToUInt32(image, record + 12));
            }

            var next = checked((int)BitConverter.ToUInt32(image, need + 12));
            if (next == 0)
                yield break;
            need += next;
        }
    }

    private static int Offset(byte[] image, int section) => checked((int)BitConverter.ToUInt64(image, section + 24));

    private static string Text(byte[] image, int start) =>
        Encoding.ASCII.GetString(image, start, Array.IndexOf(image, (byte)0, start) - start);
}
