using System.Security.Cryptography;
using System.Text;
using Unfold.Engine.Safetensors;

namespace Unfold.Engine.Inspection;

/// <summary>The hash that <see cref="Training.ParametersHash"/> gives for a network, of the tensors in a file: the same where the network has no buffers. No tensor is made.</summary>
internal static class StoredParametersHash
{
    /// <summary>Reads a file that was verified.</summary>
    /// <returns>How many numbers it has, and their hash.</returns>
    public static (long Count, string Sha256) Of(string path) => SafetensorsSource.Read(path, mustBeHashed: false, (file, header) =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var payload = file.Position;
        var buffer = new byte[1 << 16];
        foreach (var entry in header.Entries.OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{entry.Name}:{entry.Type.Torch}:{string.Join('x', entry.Shape)};"));
            file.Position = payload + entry.Start;
            for (var left = entry.End - entry.Start; left > 0; left -= Math.Min(left, buffer.Length))
            {
                var piece = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
                file.ReadExactly(piece);
                hash.AppendData(piece);
            }
        }

        return (header.Entries.Sum(e => (e.End - e.Start) / e.Type.Bytes), Convert.ToHexStringLower(hash.GetHashAndReset()));
    });
}
