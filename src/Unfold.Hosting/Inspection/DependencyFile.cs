using System.Text.Json;

namespace Unfold.Hosting;

/// <summary>
/// X.deps.json, which .NET's own reader follows when X.dll is loaded. It is native code and ends the process where a part has another shape than it expects: what it
/// reads is looked at before.
/// </summary>
internal static class DependencyFile
{
    private static readonly JsonDocumentOptions Tolerance = new() { CommentHandling = JsonCommentHandling.Skip };
    private static readonly string[] Assets = ["runtime", "native", "resources"];

    /// <summary>What is wrong with the one beside an assembly, or null: it is good, or there is none (then all that lies in the folder counts).</summary>
    public static PluginProblem? Find(string assembly)
    {
        var path = Path.ChangeExtension(assembly, ".deps.json");
        if (!File.Exists(path))
            return null;
        try
        {
            // Of a stream, a byte order mark is skipped.
            using var stream = File.OpenRead(path);
            using var file = JsonDocument.Parse(stream, Tolerance);
            Require(file.RootElement);
            return null;
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return PluginProblems.DamagedDependencies(Path.GetFileName(path), damaged.Message);
        }
    }

    private static void Require(JsonElement file)
    {
        Object(file, "it");
        var target = Target(Member(file, "runtimeTarget", "it"));
        foreach (var package in Object(Member(Object(Member(file, "targets", "it"), "targets"), target, "targets"), target).EnumerateObject())
            RequireAssets(package);
        foreach (var library in Object(Member(file, "libraries", "it"), "libraries").EnumerateObject())
        {
            Object(library.Value, library.Name);
            Text(Member(library.Value, "type", library.Name), "type");
            Text(Member(library.Value, "sha512", library.Name), "sha512");
            if (Member(library.Value, "serviceable", library.Name).ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                throw new InvalidDataException($"serviceable of {library.Name} is neither true nor false");
        }
    }

    private static string Target(JsonElement target) => target.ValueKind == JsonValueKind.String
        ? target.GetString()!
        : Text(Member(Object(target, "runtimeTarget"), "name", "runtimeTarget"), "runtimeTarget.name");

    private static void RequireAssets(JsonProperty package)
    {
        Object(package.Value, package.Name);
        foreach (var kind in Assets)
        {
            if (package.Value.TryGetProperty(kind, out var assets))
            {
                foreach (var asset in Object(assets, kind).EnumerateObject())
                    Object(asset.Value, asset.Name);
            }
        }

        if (!package.Value.TryGetProperty("runtimeTargets", out var foreign))
            return;
        foreach (var asset in Object(foreign, "runtimeTargets").EnumerateObject())
        {
            Object(asset.Value, asset.Name);
            Text(Member(asset.Value, "assetType", asset.Name), "assetType");
            Text(Member(asset.Value, "rid", asset.Name), "rid");
        }
    }

    private static JsonElement Member(JsonElement owner, string name, string what) =>
        owner.TryGetProperty(name, out var member) ? member : throw new InvalidDataException($"{what} has no {name}");

    private static JsonElement Object(JsonElement element, string what) =>
        element.ValueKind == JsonValueKind.Object ? element : throw new InvalidDataException($"{what} is no object");

    private static string Text(JsonElement element, string what) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : throw new InvalidDataException($"{what} is no text");
}
