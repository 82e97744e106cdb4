#nullable enable
using System;
using System.IO;
using System.Linq;
#if !UNFOLD_WITHOUT_MSBUILD
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
#endif

namespace Unfold.Build;

#if !UNFOLD_WITHOUT_MSBUILD
/// <summary>Writes a copy of TorchSharp.dll whose methods hold their arguments until they return.</summary>
public sealed class MarkTorchSharp : Task
{
    /// <summary>The assembly as the package brings it; only read.</summary>
    [Required]
    public string Source { get; set; } = "";

    /// <summary>The file to write, in obj.</summary>
    [Required]
    public string Destination { get; set; } = "";

    public override bool Execute()
    {
        try
        {
            UnoptimizedMethods.WriteMarked(Source, Destination);
        }
        catch (InvalidDataException damaged)
        {
            Log.LogError(null, "UFE008", null, Source, 0, 0, 0, 0, $"{damaged.Message}: restore the package again, or build with -p:UnfoldMarksTorchSharp=false.");
            return false;
        }

        return true;
    }
}
#endif

/// <summary>
/// Marks every method of an assembly as one that is neither optimised nor inlined (MethodImplAttributes, ECMA-335 II.23.1.11), so that its arguments and variables live until it
/// returns. TorchSharp 0.107 hands the number of <c>tensor * 2.5</c> to libtorch by its address and forgets it: optimised, a collection on another thread frees the
/// number while libtorch reads it.
/// </summary>
public static class UnoptimizedMethods
{
    private const int MethodTable = 6;
    private const int NoInliningAndNoOptimization = 0x0008 | 0x0040;

    /// <summary>Writes a copy that is marked.</summary>
    /// <exception cref="InvalidDataException">The source is no .NET assembly, or a damaged one; nothing is written.</exception>
    public static void WriteMarked(string source, string destination)
    {
        var marked = Mark(File.ReadAllBytes(source));
        Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
        // A new file under a new name first: never through a link into the package folder, never half written.
        var temporary = destination + "." + Path.GetRandomFileName();
        File.WriteAllBytes(temporary, marked);
        File.Delete(destination);
        File.Move(temporary, destination);
    }

    /// <summary>Returns a marked copy.</summary>
    /// <exception cref="InvalidDataException">This is no .NET assembly, or a damaged one.</exception>
    public static byte[] Mark(byte[] image)
    {
        var marked = (byte[])image.Clone();
        try
        {
            MarkMethods(marked, TablesOf(image));
        }
        catch (Exception outside) when (outside is IndexOutOfRangeException || outside is ArgumentException || outside is OverflowException)
        {
            throw new InvalidDataException("this .NET assembly is damaged: its tables point outside the file", outside);
        }

        return marked;
    }

    // The stream of tables (ECMA-335 II.24.2.6): its methods come after six other tables, whose rows are as wide as what they point into is long.
    private static void MarkMethods(byte[] image, int tables)
    {
        var present = BitConverter.ToUInt64(image, tables + 8);
        var at = tables + 24;
        var rows = new int[64];
        for (var table = 0; table < rows.Length; table++)
        {
            if ((present >> table & 1) == 0)
                continue;
            rows[table] = checked((int)BitConverter.ToUInt32(image, at));
            at += 4;
        }

        int Heap(int bit) => (image[tables + 6] & bit) != 0 ? 4 : 2;
        int Index(int bits, params int[] of) => of.Any(table => rows[table] >= 1 << (16 - bits)) ? 4 : 2;
        var (text, guid, blob) = (Heap(1), Heap(2), Heap(4));
        int[] widths =
        [
            2 + text + (3 * guid), // Module
            Index(2, 0, 1, 0x1a, 0x23) + (2 * text), // TypeRef
            4 + (2 * text) + Index(2, 1, 2, 0x1b) + Index(0, 4) + Index(0, MethodTable), // TypeDef
            Index(0, 4), // FieldPtr
            2 + text + blob, // Field
            Index(0, MethodTable), // MethodPtr
            8 + text + blob + Index(0, 8), // MethodDef: address, implementation, flags, name, signature, parameters
        ];
        for (var table = 0; table < MethodTable; table++)
            at += rows[table] * widths[table];
        for (var row = 0; row < rows[MethodTable]; row++, at += widths[MethodTable])
        {
            // Abstract methods and those of libraries have no code.
            if (BitConverter.ToUInt32(image, at) != 0)
                image[at + 4] |= NoInliningAndNoOptimization;
        }
    }

    private static int TablesOf(byte[] image)
    {
        var header = image.Length >= 64 && image[0] == 'M' && image[1] == 'Z' ? BitConverter.ToInt32(image, 0x3c) : -1;
        if (header < 0 || BitConverter.ToUInt32(image, header) != 0x00004550)
            throw new InvalidDataException("this is no .NET assembly");
        int sections = BitConverter.ToUInt16(image, header + 6), optional = header + 24, first = optional + BitConverter.ToUInt16(image, header + 20);
        int Offset(int address)
        {
            for (var section = first; section < first + (sections * 40); section += 40)
            {
                var within = address - BitConverter.ToInt32(image, section + 12);
                if (within >= 0 && within < BitConverter.ToInt32(image, section + 16))
                    return BitConverter.ToInt32(image, section + 20) + within;
            }

            throw new InvalidDataException("this is no .NET assembly");
        }

        // The fifteenth directory is that of the runtime; PE32+ has its directories 16 bytes later.
        var directory = optional + (BitConverter.ToUInt16(image, optional) == 0x20b ? 112 : 96) + (14 * 8);
        var metadata = Offset(BitConverter.ToInt32(image, Offset(BitConverter.ToInt32(image, directory)) + 8));
        var stream = metadata + 20 + BitConverter.ToInt32(image, metadata + 12);
        for (int left = BitConverter.ToUInt16(image, stream - 2); left > 0; left--)
        {
            var end = Array.IndexOf(image, (byte)0, stream + 8);
            if (end == stream + 10 && image[stream + 8] == '#' && image[stream + 9] == '~')
                return metadata + BitConverter.ToInt32(image, stream);
            stream += 8 + (((end - stream - 8) / 4 * 4) + 4);
        }

        throw new InvalidDataException("this .NET assembly has no tables");
    }
}
