using System.Security.Cryptography;
using TorchSharp;
using Unfold.Results;

namespace Unfold.Engine.Safetensors;

/// <summary>
/// Reads a safetensors file. Sizes, types, shapes and ranges are checked before memory is taken for a tensor; the payload against the
/// SHA-256 of the header, where the file has one.
/// </summary>
public static class SafetensorsReader
{
    /// <summary>Reads all tensors.</summary>
    /// <exception cref="ResultsException">UFR003: there is no such file, or it may not be read; UFR010: it is damaged.</exception>
    public static SafetensorsFile Read(string path, bool mustBeHashed = false)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
            var header = SafetensorsHeader.Read(file);
            return Payload(file, header);
        }
        catch (FormatException damaged)
        {
            throw new ResultsException("UFR010", $"{path} is no whole safetensors file: {damaged.Message}", "take it from a copy, or repeat the run with --force", damaged);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException("UFR003", $"{path} cannot be read: {missing.Message}", "repeat the run with --force", missing);
        }
    }

    private static SafetensorsFile Payload(FileStream file, SafetensorsHeader header)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var read = new SafetensorsFile(header.Entries.ToDictionary(e => e.Name, Empty, StringComparer.Ordinal), header.Metadata);
        try
        {
            foreach (var entry in header.Entries)
            {
                TensorBytes.Visit(read.Tensors[entry.Name], piece =>
                {
                    file.ReadExactly(piece.bytes);
                    hash.AppendData(piece.bytes);
                });
            }

            if (header.Metadata.TryGetValue(SafetensorsWriter.PayloadSha256, out var expected) && expected != Convert.ToHexStringLower(hash.GetHashAndReset()))
                throw new FormatException("the SHA-256 of its tensors is not the one in its header");
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
