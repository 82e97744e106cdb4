using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Unfold.Snapshots;

/// <summary>JSON whose strings stay strings, those that look like dates too.</summary>
internal static class SnapshotJson
{
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JToken Read(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
