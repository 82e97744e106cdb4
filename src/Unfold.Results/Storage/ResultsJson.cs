using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace Unfold.Results;

/// <summary>The JSON of all files of a run: camel case, enums in lower case, numbers that read back as they were, NaN and infinities as strings.</summary>
public static class ResultsJson
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        ContractResolver = new DefaultContractResolver { NamingStrategy = new CamelCaseNamingStrategy(processDictionaryKeys: false, overrideSpecifiedNames: false) },
        Converters = { new StringEnumConverter(new CamelCaseNamingStrategy()) },
        FloatFormatHandling = FloatFormatHandling.String,
        DateParseHandling = DateParseHandling.None,
        Culture = System.Globalization.CultureInfo.InvariantCulture,
    };

    /// <summary>Indented, for files that people read; ends with a line feed.</summary>
    public static string Indented(object value) =>
        JsonConvert.SerializeObject(value, Formatting.Indented, Settings).ReplaceLineEndings("\n") + "\n";

    /// <summary>One line.</summary>
    public static string Line(object value) => JsonConvert.SerializeObject(value, Formatting.None, Settings);

    /// <summary>Reads a value.</summary>
    /// <param name="json">The text.</param>
    /// <param name="origin">Where it is from, for the message.</param>
    /// <exception cref="ResultsException">UFR003.</exception>
    public static T Read<T>(string json, string origin)
    {
        try
        {
            return JsonConvert.DeserializeObject<T>(json, Settings) ?? throw new JsonSerializationException("the file is empty");
        }
        catch (JsonException damaged)
        {
            throw new ResultsException("UFR003", $"{origin} cannot be read: {damaged.Message}", "repeat the run with --force", damaged);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ResultsException">UFR003.</exception>
    public static T ReadFile<T>(string path)
    {
        try
        {
            return Read<T>(File.ReadAllText(path), path);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException("UFR003", $"{path} cannot be read: {missing.Message}", "repeat the run with --force", missing);
        }
    }
}
