using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace Unfold.Results;

/// <summary>A run's status in lower case. An older Unfold called a run that was stopped <c>cancelled</c>: its folders are read too.</summary>
internal sealed class RunStatusConverter() : StringEnumConverter(new CamelCaseNamingStrategy())
{
    private const string Older = "cancelled";

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.Value is Older ? RunStatus.Interrupted : base.ReadJson(reader, objectType, existingValue, serializer);
    }
}
