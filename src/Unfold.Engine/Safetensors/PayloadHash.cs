using System.Security.Cryptography;

namespace Unfold.Engine.Safetensors;

/// <summary>The SHA-256 of the tensors' bytes, from the first to the last.</summary>
internal sealed class PayloadHash : IDisposable
{
    /// <summary>Its key in the metadata: added to every file, checked when it is read.</summary>
    public const string Key = "payload_sha256";

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    /// <summary>The digits of what was appended.</summary>
    public string Digits() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Compares what was appended with the header's hash, where it has one.</summary>
    /// <exception cref="FormatException">They differ.</exception>
    public void Check(SafetensorsHeader header)
    {
        if (header.Metadata.TryGetValue(Key, out var expected) && expected != Digits())
            throw new FormatException("the SHA-256 of its tensors is not the one in its header");
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
