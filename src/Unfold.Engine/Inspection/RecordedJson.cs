using System.Reflection;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Unfold.Engine.Identity;
using Unfold.Results;

namespace Unfold.Engine.Inspection;

/// <summary>Reads a JSON file of a run more strictly than those who only use it: what its record requires must be there, and nothing may follow it.</summary>
internal static class RecordedJson
{
    /// <exception cref="ResultsException">UFR003: it is damaged.</exception>
    public static T Read<T>(string path)
    {
        var value = ResultsJson.ReadFile<T>(path);
        var json = Parse(path);
        var missing = typeof(T).GetProperties().Where(p => p.IsDefined(typeof(RequiredMemberAttribute)))
            .Select(p => CanonicalJson.Camel(p.Name))
            .Where(name => json[name] is null or { Type: JTokenType.Null })
            .ToList();
        return missing.Count == 0 ? value : throw Damaged(path, $"it has no {string.Join(", ", missing)}");
    }

    /// <summary>Parses an object as it is written: no text is taken for a date.</summary>
    /// <exception cref="ResultsException">UFR003: it is damaged.</exception>
    public static JObject Parse(string path)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(File.ReadAllText(path))) { DateParseHandling = DateParseHandling.None };
            var json = JObject.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
            return reader.Read() ? throw Damaged(path, "something follows it") : json;
        }
        catch (JsonException damaged)
        {
            throw Damaged(path, damaged.Message);
        }
    }

    private static ResultsException Damaged(string path, string why) => new("UFR003", $"{path} cannot be read: {why}", "take it from a copy, or repeat the run with --force");
}
