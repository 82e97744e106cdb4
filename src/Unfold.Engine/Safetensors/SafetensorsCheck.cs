using Unfold.Results;

namespace Unfold.Engine.Safetensors;

/// <summary>Checks a safetensors file as <see cref="SafetensorsReader"/> does, but makes no tensors and needs no libtorch.</summary>
public static class SafetensorsCheck
{
    private const int Piece = 1 << 16;

    /// <summary>Checks header, ranges and hashes; the payload passes through in pieces.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mustBeHashed">Whether a file without both hashes is damaged, as it is where Unfold is known to have written them.</param>
    /// <returns>The texts of the header.</returns>
    /// <exception cref="ResultsException">UFR003: there is no such file, or it may not be read; UFR010: it is damaged.</exception>
    public static IReadOnlyDictionary<string, string> Verify(string path, bool mustBeHashed) => SafetensorsSource.Read(path, mustBeHashed, (file, header) =>
    {
        using var hash = new PayloadHash();
        var buffer = new byte[Piece];
        while (file.Read(buffer) is > 0 and var count)
            hash.Append(buffer.AsSpan(0, count));
        hash.Check(header);
        return header.Metadata;
    });
}
