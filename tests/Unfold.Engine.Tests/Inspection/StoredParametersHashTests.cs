using TorchSharp;
using Unfold.Engine.Inspection;
using Unfold.Engine.Safetensors;
using Unfold.Engine.Training;

namespace Unfold.Engine.Tests;

public sealed class StoredParametersHashTests
{
    [Fact]
    public void It_is_the_hash_of_the_network_that_the_file_was_written_from()
    {
        var folder = Directory.CreateTempSubdirectory("unfold-hash-");
        try
        {
            using var network = torch.nn.Sequential(("b", torch.nn.Linear(300, 200)), ("a", torch.nn.Linear(200, 3, dtype: torch.float64)));
            var path = Path.Combine(folder.FullName, "x.safetensors");
            SafetensorsWriter.Write(path, network.state_dict().Select(t => KeyValuePair.Create(t.Key, t.Value)), new Dictionary<string, string>(StringComparer.Ordinal));
            Assert.Equal((60_803L, ParametersHash.Of(network)), StoredParametersHash.Of(path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
