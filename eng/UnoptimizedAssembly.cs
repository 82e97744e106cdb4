#nullable enable
using System;
using System.IO;
#if !UNFOLD_WITHOUT_MSBUILD
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
#endif

namespace Unfold.Build;

#if !UNFOLD_WITHOUT_MSBUILD
/// <summary>Writes a copy of TorchSharp.dll whose methods hold their arguments until they return.</summary>
public sealed class MarkTorchSharpUnoptimized : Task
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
            UnoptimizedAssembly.Write(Source, Destination);
        }
        catch (InvalidDataException other)
        {
            Log.LogError(null, "UFE008", null, Source, 0, 0, 0, 0, $"{other.Message}: restore the package again, or build with -p:UnfoldMarksTorchSharp=false.");
            return false;
        }

        return true;
    }
}
#endif

/// <summary>
/// Marks an assembly as one that is debugged, so that the JIT compiles it without optimisation (DebuggableAttribute: tracking and no optimisation; the runtime
/// heeds the second only with the first). Then the arguments of its methods live until they return. TorchSharp 0.107 hands the number of <c>tensor * 2.5</c> to
/// libtorch by its address and forgets it: optimised, a collection on another thread frees the number while libtorch reads it. Its methods
/// only pass calls on, so that their speed does not matter.
/// </summary>
public static class UnoptimizedAssembly
{
    // The value of [assembly: Debuggable(DebuggingModes.IgnoreSymbolStoreSequencePoints)], as every release build has it: its length, a prolog, the enum's
    // number, no named arguments (ECMA-335, II.23.3).
    private static readonly byte[] Optimized = [8, 1, 0, 2, 0, 0, 0, 0, 0];

    /// <summary>Writes a copy that is marked.</summary>
    /// <exception cref="InvalidDataException">The source has not exactly one such value; nothing is written.</exception>
    public static void Write(string source, string destination)
    {
        byte[] marked;
        try
        {
            marked = Mark(File.ReadAllBytes(source));
        }
        catch (InvalidDataException other)
        {
            throw new InvalidDataException($"{source}: {other.Message}", other);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
        // A new file under a new name first: never through a link into the package folder, never half written.
        var temporary = destination + "." + Path.GetRandomFileName();
        File.WriteAllBytes(temporary, marked);
        File.Delete(destination);
        File.Move(temporary, destination);
    }

    /// <summary>Returns a marked copy.</summary>
    /// <exception cref="InvalidDataException">There is not exactly one such value.</exception>
    public static byte[] Mark(byte[] image)
    {
        var at = Find(image, 0);
        if (at < 0 || Find(image, at + 1) >= 0)
            throw new InvalidDataException("this is no assembly of a release build: the mark for debuggers is not where it is expected");
        var marked = (byte[])image.Clone();
        // Default | IgnoreSymbolStoreSequencePoints | DisableOptimizations.
        (marked[at + 3], marked[at + 4]) = (3, 1);
        return marked;
    }

    private static int Find(byte[] image, int from)
    {
        for (var at = from; at <= image.Length - Optimized.Length; at++)
        {
            var same = 0;
            while (same < Optimized.Length && image[at + same] == Optimized[same])
                same++;
            if (same == Optimized.Length)
                return at;
        }

        return -1;
    }
}
