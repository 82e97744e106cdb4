using TorchSharp;
using Unfold.Results;

namespace Unfold.Engine.Safetensors;

/// <summary>
/// Reads a safetensors file. Sizes, types, shapes and ranges are checked before memory is taken for a tensor; header and payload against
/// their SHA-256, where the file has them.
/// </summary>
public static class SafetensorsReader
{
    /// <summary>Reads all tensors.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mustBeHashed">
    /// Whether a file without both hashes is damaged: then a changed byte is noticed wherever it is. Files of other programs have none, and
    /// those of an older Unfold have the payload's alone.
    /// </param>
    /// <exception cref="ResultsException">UFR003: there is no such file, or it may not be read; UFR010: it is damaged.</exception>
    public static SafetensorsFile Read(string path, bool mustBeHashed = false) => SafetensorsSource.Read(path, mustBeHashed, Payload);

    private static SafetensorsFile Payload(FileStream file, SafetensorsHeader header)
    {
        using var hash = new PayloadHash();
        var read = new SafetensorsFile(header.Entries.ToDictionary(e => e.Name, Empty, StringComparer.Ordinal), header.Metadata);
        try
        {
            foreach (var entry in header.Entries)
            {
                TensorBytes.Visit(read.Tensors[entry.Name], piece =>
                {
                    file.ReadExactly(piece.bytes);
                    hash.Append(piece.bytes);
                });
            }

            hash.Check(header);
            return read;
        }
        catch
        {
            read.Dispose();
            throw;
        }
    }

    private static torch.Tensor Empty(SafetensorsEntry entry)
    {
        using var scope = torch.NewDisposeScope();
        return torch.empty([.. entry.Shape], dtype: entry.Type.Torch).DetachFromDisposeScope();
    }
}
