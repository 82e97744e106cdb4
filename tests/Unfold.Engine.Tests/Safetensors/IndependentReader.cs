using System.Text.Json;

namespace Unfold.Engine.Tests;

/// <summary>
/// Reads a safetensors file from the description of the format alone (huggingface/safetensors, README "Format"), with nothing of Unfold's:
/// eight bytes N, unsigned little-endian; N bytes of JSON that begin with a brace and may be padded with spaces; the rest is the buffer
/// that data_offsets are relative to, indexed entirely and without holes.
/// </summary>
internal sealed class IndependentReader
{
    private readonly byte[] _buffer;
    private readonly Dictionary<string, (string Type, long[] Shape, int Begin, int End)> _tensors = new(StringComparer.Ordinal);

    public IndependentReader(byte[] file)
    {
        var n = 0UL;
        for (var i = 7; i >= 0; i--)
            n = (n << 8) | file[i];
        HeaderLength = (int)n;
        Assert.Equal((byte)'{', file[8]);
        _buffer = file[(8 + HeaderLength)..];
        using var header = JsonDocument.Parse(file.AsMemory(8, HeaderLength));
        foreach (var entry in header.RootElement.EnumerateObject())
        {
            if (entry.Name == "__metadata__")
            {
                Metadata = entry.Value.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
                continue;
            }

            Assert.Equal(["dtype", "shape", "data_offsets"], entry.Value.EnumerateObject().Select(p => p.Name));
            var offsets = Integers(entry.Value.GetProperty("data_offsets"));
            _tensors.Add(entry.Name, (entry.Value.GetProperty("dtype").GetString()!, Integers(entry.Value.GetProperty("shape")), (int)offsets[0], (int)offsets[1]));
        }

        Assert.Equal(_buffer.Length, _tensors.Values.Sum(t => t.End - t.Begin));
    }

    public int HeaderLength { get; }

    public IReadOnlyDictionary<string, string> Metadata { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IEnumerable<string> Names => _tensors.Keys;

    public string Type(string name) => _tensors[name].Type;

    /// <summary>Such as <c>F32 [2, 3]</c>.</summary>
    public string Described(string name) => $"{Type(name)} [{string.Join(", ", _tensors[name].Shape)}]";

    public int Begin(string name) => _tensors[name].Begin;

    /// <summary>The elements in row-major order.</summary>
    public T[] Values<T>(string name, int bytes, Func<byte[], int, T> element)
    {
        var (_, shape, begin, end) = _tensors[name];
        var count = (int)shape.Aggregate(1L, (a, b) => a * b);
        Assert.Equal(count * bytes, end - begin);
        return [.. Enumerable.Range(0, count).Select(i => element(_buffer, begin + (i * bytes)))];
    }

    private static long[] Integers(JsonElement list) => [.. list.EnumerateArray().Select(i => i.GetInt64())];
}
