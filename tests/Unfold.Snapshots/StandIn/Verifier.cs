using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Unfold.Snapshots;
using VerifyTests;

namespace VerifyXunit;

/// <summary>The calls of Verify.Xunit that the tests use, with its files; see the README beside the project.</summary>
public static class Verifier
{
    /// <summary>Verifies text as <c>.txt</c>, anything else as <c>.json</c>.</summary>
    public static SettingsTask Verify(object? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        target is string text
            ? Verify(text, "txt", settings, sourceFile)
            : Verify(ToJson(target is null ? JValue.CreateNull() : JToken.FromObject(target, Serializer())), "json", settings, sourceFile);

    /// <summary>Verifies text in a file of this extension.</summary>
    public static SettingsTask Verify(string target, string extension, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "")
    {
        var test = UsesVerifyAttribute.Test;
        return new SettingsTask(settings, s => SnapshotFiles.Of(sourceFile, test, s, extension).Check(target, s));
    }

    /// <summary>Verifies a JSON document by its values.</summary>
    public static SettingsTask VerifyJson(string target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        Verify(ToJson(SnapshotJson.Read(target)), "json", settings, sourceFile);

    private static JsonSerializer Serializer() => JsonSerializer.Create(new JsonSerializerSettings { Converters = { new Newtonsoft.Json.Converters.StringEnumConverter() } });

    private static string ToJson(JToken json) => json.ToString(Formatting.Indented).ReplaceLineEndings("\n");
}
