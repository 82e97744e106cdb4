using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Unfold.Engine.Safetensors;

/// <summary>A file's header, checked against the format, the file's length and its own hash before any tensor is made.</summary>
/// <param name="Metadata">Texts by name.</param>
/// <param name="Entries">The tensors in the order of the payload, which they fill without a gap or an overlap.</param>
internal sealed record SafetensorsHeader(IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<SafetensorsEntry> Entries)
{
    /// <summary>The key of the metadata, beside the names of the tensors.</summary>
    public const string MetadataKey = "__metadata__";

    // The reference implementation's bound.
    private const long Longest = 100_000_000;

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads the header, and leaves the file at the first byte of the payload.</summary>
    /// <param name="file">The file, at its start.</param>
    /// <param name="mustBeHashed">Whether a header without both hashes is damaged.</param>
    /// <exception cref="FormatException">What is wrong.</exception>
    public static SafetensorsHeader Read(Stream file, bool mustBeHashed)
    {
        var text = Text(file);
        try
        {
            using var document = JsonDocument.Parse(text, Json);
            var metadata = Metadatas(document.RootElement, text, mustBeHashed);
            var entries = document.RootElement.EnumerateObject().Where(p => p.Name != MetadataKey).Select(SafetensorsEntry.Read).OrderBy(e => e.Start).ThenBy(e => e.End).ToList();
            CheckFill(entries, file.Length - file.Position);
            return new SafetensorsHeader(metadata, entries);
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException)
        {
            // The second is what a half surrogate pair in a text gives.
            throw new FormatException($"its header is no JSON: {damaged.Message}", damaged);
        }
    }

    private static byte[] Text(Stream file)
    {
        Span<byte> prefix = stackalloc byte[8];
        if (file.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length)
            throw new FormatException("it is shorter than the 8 bytes of its header's length");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length is < 2 or > Longest || (long)length > file.Length - prefix.Length)
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"its header is said to have {length} bytes, and the file has {file.Length}"));
        var text = new byte[length];
        file.ReadExactly(text);
        if (text[0] != (byte)'{' || !Utf8.IsValid(text))
            throw new FormatException("its header is no JSON object");
        return text;
    }

    private static SortedDictionary<string, string> Metadatas(JsonElement header, byte[] text, bool mustBeHashed)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (header.TryGetProperty(MetadataKey, out var metadata))
        {
            if (metadata.ValueKind != JsonValueKind.Object || metadata.EnumerateObject().Any(p => p.Value.ValueKind != JsonValueKind.String))
                throw new FormatException($"its {MetadataKey} is no object of texts");
            if (metadata.TryGetProperty(HeaderHash.Key, out var hash))
                HeaderHash.Check(text, hash);
            foreach (var property in metadata.EnumerateObject())
                texts[property.Name] = property.Value.GetString()!;
        }

        return mustBeHashed && !(texts.ContainsKey(HeaderHash.Key) && texts.ContainsKey(PayloadHash.Key))
            ? throw new FormatException($"its {MetadataKey} has not both {HeaderHash.Key} and {PayloadHash.Key}, without which a changed byte is not noticed")
            : texts;
    }

    private static void CheckFill(List<SafetensorsEntry> entries, long payload)
    {
        long at = 0;
        foreach (var entry in entries)
        {
            if (entry.Start != at)
                throw new FormatException($"tensor '{entry.Name}' starts at byte {entry.Start}, and the one before it ends at {at}: tensors neither overlap nor leave gaps");
            at = entry.End;
        }

        if (at != payload)
            throw new FormatException($"its tensors take {at} bytes, and {payload} follow the header");
    }
}
