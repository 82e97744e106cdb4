using System.Globalization;
using TorchSharp;
using Unfold.Engine.Networks;
using Unfold.Engine.Safetensors;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>A run's parameters.safetensors: the reported parameters, and the buffers that training may have changed.</summary>
internal static class ParametersFile
{
    private const int Version = 1;
    private const string FormatKey = "unfold_format";

    /// <summary>The metadata's key of the spec's hash.</summary>
    public const string SpecKey = "spec_sha256";

    /// <summary>The metadata's key of the parameters' own hash, as results.json has it: the file's tensors are more, where a network has buffers.</summary>
    public const string ParametersKey = "parameters_sha256";

    public static void Write(string folder, torch.nn.Module network, string specSha256, string parametersSha256) =>
        SafetensorsWriter.Write(
            Path.Combine(folder, RunFiles.Parameters),
            network.state_dict().Select(t => KeyValuePair.Create(t.Key, t.Value)),
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                [FormatKey] = Version.ToString(CultureInfo.InvariantCulture),
                [SpecKey] = specSha256,
                [ParametersKey] = parametersSha256,
            });

    /// <summary>Fills a network that was built for the same spec.</summary>
    /// <exception cref="ResultsException">UFR003 or UFR010: the file is missing or damaged; UFR012: it is of another network.</exception>
    public static void Load(string folder, torch.nn.Module network, string specSha256)
    {
        var path = Path.Combine(folder, RunFiles.Parameters);
        using var file = SafetensorsReader.Read(path);
        if (file.Metadata.GetValueOrDefault(FormatKey) != Version.ToString(CultureInfo.InvariantCulture))
            throw Other(path, $"its format is {file.Metadata.GetValueOrDefault(FormatKey) ?? "unknown"}, and this program reads {Version}");
        if (file.Metadata.GetValueOrDefault(SpecKey) != specSha256)
            throw Other(path, "it was written for another spec");
        try
        {
            NetworkState.Fill(network, file.Tensors);
        }
        catch (FormatException other)
        {
            throw Other(path, other.Message);
        }
    }

    private static ResultsException Other(string path, string how) =>
        new("UFR012", $"{path} does not fit the network that its run's spec builds: {how}", "use the plugins that the run was trained with (environment.json names them), or repeat the run with --force");
}
