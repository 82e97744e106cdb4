using System.Text.Json;

namespace Unfold.Engine.Safetensors;

/// <summary>Where a tensor lies in the payload.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its elements.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Start">First byte, from the start of the payload.</param>
/// <param name="End">One past the last: as far from the first as type and shape need.</param>
internal sealed record SafetensorsEntry(string Name, SafetensorsType Type, IReadOnlyList<long> Shape, long Start, long End)
{
    private const int MostDimensions = 64;

    /// <summary>Reads a tensor's part of the header.</summary>
    /// <exception cref="FormatException">What is wrong.</exception>
    public static SafetensorsEntry Read(JsonProperty property)
    {
        var (name, described) = (property.Name, property.Value);
        if (Field(described, "dtype") is not { ValueKind: JsonValueKind.String } typeName || SafetensorsType.Find(typeName.GetString()!) is not { } type)
            throw new FormatException($"tensor '{name}' has no known dtype");
        var shape = Integers(Field(described, "shape")) ?? throw new FormatException($"tensor '{name}' has no valid shape");
        if (Integers(Field(described, "data_offsets")) is not [var start, var end] || start > end)
            throw new FormatException($"tensor '{name}' has no valid data_offsets");
        if (Size(shape, type.Bytes) != end - start)
            throw new FormatException($"tensor '{name}' has {end - start} bytes, and its dtype and shape need another number");
        return new SafetensorsEntry(name, type, shape, start, end);
    }

    private static JsonElement? Field(JsonElement described, string name) =>
        described.ValueKind == JsonValueKind.Object && described.TryGetProperty(name, out var value) ? value : null;

    private static List<long>? Integers(JsonElement? list)
    {
        if (list is not { ValueKind: JsonValueKind.Array } found || found.GetArrayLength() > MostDimensions)
            return null;
        var integers = new List<long>();
        foreach (var item in found.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out var integer) || integer < 0)
                return null;
            integers.Add(integer);
        }

        return integers;
    }

    /// <summary>Null where it has no number. A dimension of 0 hides no others that are absurd, since torch multiplies those for its strides.</summary>
    private static long? Size(List<long> shape, int bytes)
    {
        try
        {
            var others = checked(shape.Where(d => d > 0).Aggregate(1L, (a, b) => a * b) * bytes);
            return shape.Contains(0) ? 0 : others;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
