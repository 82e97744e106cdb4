using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using TorchSharp;
using Unfold.Results;

namespace Unfold.Engine.Safetensors;

/// <summary>
/// Writes named tensors in the safetensors format (huggingface/safetensors, README "Format"): 8 bytes little-endian length of the
/// header, a JSON header padded with spaces to 8 bytes, then the tensors without gaps. Equal tensors give equal bytes.
/// </summary>
public static class SafetensorsWriter
{
    /// <summary>Writes the file whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">Tensors by name; of any device.</param>
    /// <param name="metadata">Texts by name for the header's <c>__metadata__</c>; the SHA-256 of payload and header are added.</param>
    /// <param name="previous">Where the file goes that was there (<see cref="AtomicFile.Rotate"/>), or null where it is not kept.</param>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, torch.Tensor>> tensors, IReadOnlyDictionary<string, string> metadata, string? previous = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        // Large elements first, as the reference implementation does it: then each tensor is aligned to its own elements.
        var sorted = tensors
            .Select(t => (Name: t.Key, Type: SafetensorsType.Of(t.Value), Tensor: t.Value.detach().cpu().contiguous()))
            .OrderByDescending(t => t.Type.Bytes)
            .ThenBy(t => t.Name, StringComparer.Ordinal)
            .ToList();
        var texts = new SortedDictionary<string, string>(metadata.ToDictionary(), StringComparer.Ordinal)
        {
            [PayloadHash.Key] = Hash(sorted.Select(t => t.Tensor)),
            [HeaderHash.Key] = HeaderHash.Zeros,
        };
        var header = Header(sorted, texts);
        HeaderHash.Seal(header);
        if (previous is null)
            AtomicFile.Write(path, Content);
        else
            AtomicFile.Rotate(path, previous, Content);

        void Content(Stream stream)
        {
            stream.Write(BitConverter.GetBytes((long)header.Length));
            stream.Write(header);
            foreach (var (_, _, tensor) in sorted)
                TensorBytes.Visit(tensor, piece => stream.Write(piece.bytes));
        }
    }

    private static byte[] Header(List<(string Name, SafetensorsType Type, torch.Tensor Tensor)> tensors, SortedDictionary<string, string> metadata)
    {
        var header = new JObject { [SafetensorsHeader.MetadataKey] = JObject.FromObject(metadata) };
        long at = 0;
        foreach (var (name, type, tensor) in tensors)
        {
            var end = at + (tensor.numel() * type.Bytes);
            header.Add(name, new JObject { ["dtype"] = type.Name, ["shape"] = new JArray(tensor.shape), ["data_offsets"] = new JArray(at, end) });
            at = end;
        }

        var text = Encoding.UTF8.GetBytes(header.ToString(Formatting.None));
        return [.. text, .. Enumerable.Repeat((byte)' ', (8 - (text.Length % 8)) % 8)];
    }

    private static string Hash(IEnumerable<torch.Tensor> tensors)
    {
        using var hash = new PayloadHash();
        foreach (var tensor in tensors)
            TensorBytes.Visit(tensor, piece => hash.Append(piece.bytes));
        return hash.Digits();
    }
}
