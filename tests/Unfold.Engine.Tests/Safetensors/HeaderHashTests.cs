using System.Text;
using TorchSharp;
using Unfold.Engine.Safetensors;

namespace Unfold.Engine.Tests;

public sealed class HeaderHashTests : IDisposable
{
    private const string Tensor = """{"dtype":"U8","shape":[2],"data_offsets":[0,2]}""";
    private static readonly byte[] Payload = [1, 2];
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.Of("x.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_that_of_the_header_with_zeros_in_its_place()
    {
        using var tensor = torch.tensor(Payload);
        SafetensorsWriter.Write(Path, [KeyValuePair.Create("a", tensor)], new Dictionary<string, string>(StringComparer.Ordinal) { ["k"] = "v" });
        var written = File.ReadAllBytes(Path);
        var read = new IndependentReader(written);
        var header = Encoding.UTF8.GetString(written, 8, read.HeaderLength).Replace(read.Metadata["header_sha256"], "{H}", StringComparison.Ordinal).Replace(read.Metadata["payload_sha256"], "{P}", StringComparison.Ordinal);
        Assert.Equal(RawFile.Hashed(header, Payload), written);
    }

    [Theory]
    [InlineData($$"""{"a":{{Tensor}}, "__metadata__" : { "z" : "1", "header_sha256" : "{H}" , "payload_sha256":"{P}" } }   """)]
    [InlineData($$"""{"__metadata__":{"a":"\"header_sha256\":\"{P}\"","header_sha256":"{H}","payload_sha256":"{P}"},"a":{{Tensor}}}""")]
    [InlineData($$"""{"header_sha256":{{Tensor}},"__metadata__":{"payload_sha256":"{P}","header_sha256":"{H}"} }""")]
    [InlineData($$"""{"__metadata__":{"header\u005fsha256":"{H}","payload_sha256":"{P}"},"a":{{Tensor}}}""")]
    [InlineData($$"""{"__metadata__":{"also":"0000000000000000000000000000000000000000000000000000000000000000","header_sha256":"{H}","payload_sha256":"{P}"},"a":{{Tensor}}}""")]
    public void Its_place_may_be_anywhere(string header)
    {
        File.WriteAllBytes(Path, RawFile.Hashed(header, Payload));
        RawFile.Accepted(Path, mustBeHashed: true);
    }

    [Theory]
    [InlineData($$"""{"a":{{Tensor}}}""")]
    [InlineData($$"""{"__metadata__":{"payload_sha256":"{P}"},"a":{{Tensor}}}""")]
    [InlineData($$"""{"__metadata__":{"header_sha256":"{H}"},"a":{{Tensor}}}""")]
    [InlineData($$"""{"__metadata__":{"payload_sha256":"{P}","Header_sha256":"{H}"},"a":{{Tensor}}}""")]
    [InlineData("""{"__metadata__":{"payload_sha256":"{P}"},"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2],"header_sha256":"{H}"}}""")]
    public void A_file_without_both_is_read_unless_it_must_have_them(string header)
    {
        File.WriteAllBytes(Path, RawFile.Hashed(header, Payload));
        RawFile.Accepted(Path, mustBeHashed: false);
        Assert.Contains("has not both header_sha256 and payload_sha256", RawFile.Refused(Path, mustBeHashed: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"header_sha256\":\"{P}\"", "not the one in it")]
    [InlineData("\"header_sha256\":\"{H}0\"", "is no SHA-256")]
    [InlineData("\"header_sha256\":\"\"", "is no SHA-256")]
    [InlineData("\"header_sha256\":\"\\u0030{H}\"", "is no SHA-256")]
    [InlineData("\"header_sha256\":0", "no object of texts")]
    [InlineData("\"header_sha256\":\"{H}\",\"header_sha256\":\"{H}\"", "no JSON")]
    [InlineData("\"header_sha256\":\"{H}\",\"header\\u005fsha256\":\"{H}\"", "no JSON")]
    public void One_that_is_there_and_wrong_is_refused_always(string metadata, string message)
    {
        File.WriteAllBytes(Path, RawFile.Hashed($$"""{"__metadata__":{"payload_sha256":"{P}",{{metadata}}},"a":{{Tensor}}}""", Payload));
        Assert.Contains(message, RawFile.Refused(Path, mustBeHashed: false), StringComparison.Ordinal);
        Assert.Contains(message, RawFile.Refused(Path, mustBeHashed: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_digits_are_lower_case()
    {
        var file = RawFile.Hashed($$"""{"__metadata__":{"header_sha256":"{H}","payload_sha256":"{P}"},"a":{{Tensor}}}""", Payload);
        var from = Encoding.Latin1.GetString(file).IndexOf("_sha256\":\"", StringComparison.Ordinal) + 10;
        Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(file, from, 64).ToUpperInvariant()).CopyTo(file, from);
        File.WriteAllBytes(Path, file);
        RawFile.Refused(Path, mustBeHashed: true);
    }
}
