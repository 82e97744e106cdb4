using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Unfold.Engine.Safetensors;

/// <summary>
/// The SHA-256 of a header, in that header: over its eight length bytes and its text, padding included, with zeros for the digits of the
/// hash itself. A text of the metadata like any other, so every safetensors reader loads the file; ours notices a changed byte.
/// </summary>
internal static class HeaderHash
{
    /// <summary>Its key in the metadata.</summary>
    public const string Key = "header_sha256";

    /// <summary>What stands in its place while it is computed.</summary>
    public static readonly string Zeros = new('0', SHA256.HashSizeInBytes * 2);

    /// <summary>Puts the hash into a header that has <see cref="Zeros"/> for it.</summary>
    public static void Seal(byte[] header)
    {
        using var document = JsonDocument.Parse(header);
        var digits = Digits(header, document.RootElement.GetProperty(SafetensorsHeader.MetadataKey).GetProperty(Key));
        Of(header, digits).CopyTo(header.AsSpan(digits));
    }

    /// <summary>Compares the hash with the header that it is in.</summary>
    /// <param name="header">The header's bytes.</param>
    /// <param name="value">The hash, of a document that was parsed from these bytes.</param>
    /// <exception cref="FormatException">They differ, or it is no hash.</exception>
    public static void Check(byte[] header, JsonElement value)
    {
        var digits = Digits(header, value);
        if (!header.AsSpan(digits).SequenceEqual(Of(header, digits)))
            throw new FormatException("the SHA-256 of its header is not the one in it");
    }

    // The place comes from the parser, not from a search: a text that only looks like the hash may be anywhere.
    private static Range Digits(byte[] header, JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (raw.Length != Zeros.Length + 2 || !((ReadOnlySpan<byte>)header).Overlaps(raw, out var quote))
            throw new FormatException($"its {Key} is no SHA-256");
        return (quote + 1)..(quote + 1 + Zeros.Length);
    }

    private static byte[] Of(byte[] header, Range digits)
    {
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(length);
        hash.AppendData(header.AsSpan(..digits.Start));
        hash.AppendData(Encoding.ASCII.GetBytes(Zeros));
        hash.AppendData(header.AsSpan(digits.End..));
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
