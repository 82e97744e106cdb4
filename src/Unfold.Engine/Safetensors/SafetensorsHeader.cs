using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Unfold.Engine.Safetensors;

/// <summary>A file's header, checked against the format and against the file's length before any tensor is made.</summary>
/// <param name="Metadata">Texts by name.</param>
/// <param name="Entries">The tensors in the order of the payload, which they fill without a gap or an overlap.</param>
/// <param name="PayloadStart">Where the payload starts in the file.</param>
internal sealed record SafetensorsHeader(IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<SafetensorsEntry> Entries, long PayloadStart)
{
    // The reference implementation's bound.
    private const long Longest = 100_000_000;
    private const int MostDimensions = 64;

    /// <exception cref="FormatException">What is wrong.</exception>
    public static SafetensorsHeader Read(Stream file)
    {
        Span<byte> prefix = stackalloc byte[8];
        if (file.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length)
            throw new FormatException("it is shorter than the 8 bytes of its header's length");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length is < 2 or > Longest || (long)length > file.Length - prefix.Length)
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"its header is said to have {length} bytes, and the file has {file.Length}"));
        var text = new byte[length];
        file.ReadExactly(text);
        if (text[0] != (byte)'{')
            throw new FormatException("its header is no JSON object");
        var header = Parse(text);
        var start = prefix.Length + (long)length;
        var entries = header.Properties().Where(p => p.Name != SafetensorsWriter.Metadata).Select(Entry).OrderBy(e => e.Start).ThenBy(e => e.End).ToList();
        CheckFill(entries, file.Length - start);
        return new SafetensorsHeader(MetadataOf(header), entries, start);
    }

    private static JObject Parse(byte[] text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(text))) { DateParseHandling = DateParseHandling.None, MaxDepth = 8 };
            var header = JObject.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
            return reader.Read() ? throw new FormatException("something follows the JSON object of its header") : header;
        }
        catch (Exception damaged) when (damaged is JsonException or ArgumentException)
        {
            throw new FormatException($"its header is no JSON: {damaged.Message}", damaged);
        }
    }

    private static SafetensorsEntry Entry(JProperty property)
    {
        var name = property.Name;
        if (property.Value is not JObject described || (string?)(described["dtype"] as JValue) is not { } typeName || SafetensorsType.Find(typeName) is not { } type)
            throw new FormatException($"tensor '{name}' has no known dtype");
        var shape = Integers(described["shape"]) ?? throw new FormatException($"tensor '{name}' has no valid shape");
        if (Integers(described["data_offsets"]) is not [var start, var end] || start > end)
            throw new FormatException($"tensor '{name}' has no valid data_offsets");
        if (Size(shape, type.Bytes) != end - start)
            throw new FormatException($"tensor '{name}' has {end - start} bytes, and its dtype and shape need another number");
        return new SafetensorsEntry(name, type, shape, start, end);
    }

    private static List<long>? Integers(JToken? token) =>
        token is JArray { Count: <= MostDimensions } list && list.All(i => i is JValue { Type: JTokenType.Integer, Value: long and >= 0 })
            ? [.. list.Select(i => (long)i)]
            : null;

    private static long? Size(List<long> shape, int bytes)
    {
        try
        {
            return checked(shape.Aggregate(1L, (a, b) => a * b) * bytes);
        }
        catch (OverflowException)
        {
            return null;
        }
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

    private static SortedDictionary<string, string> MetadataOf(JObject header)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (header[SafetensorsWriter.Metadata] is not { } metadata)
            return texts;
        if (metadata is not JObject listed || listed.Properties().Any(p => p.Value.Type != JTokenType.String))
            throw new FormatException($"its {SafetensorsWriter.Metadata} is no object of texts");
        foreach (var property in listed.Properties())
            texts[property.Name] = (string)property.Value!;
        return texts;
    }
}
