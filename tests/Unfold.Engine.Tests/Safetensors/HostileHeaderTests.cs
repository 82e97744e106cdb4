using System.Text;

namespace Unfold.Engine.Tests;

/// <summary>Headers that were made to hurt: refused by both readers before memory is taken for what they promise (RawFile.Refused bounds it).</summary>
public sealed class HostileHeaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.Of("x.safetensors");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1UL << 63, 64)]
    [InlineData(ulong.MaxValue, 64)]
    [InlineData((1UL << 63) - 1, 64)]
    [InlineData(57UL, 64)]
    [InlineData(1UL, 64)]
    [InlineData(101_000_000UL, 101_000_008)]
    public void A_length_that_cannot_be_is_refused(ulong length, long file)
    {
        using (var stream = File.Create(Path))
        {
            stream.Write(BitConverter.GetBytes(length));
            stream.SetLength(file);
        }

        Assert.Contains($"is said to have {length} bytes", RawFile.Refused(Path, mustBeHashed: false), StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused() => Refused(RawFile.Of($$"""{"a":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}"""), "no JSON");

    [Theory]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"\u0061":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"shape":[2],"data_offsets":[0,2]}}""")]
    [InlineData("""{"__metadata__":{},"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"__metadata__":{}}""")]
    [InlineData("""{"__metadata__":{"a":"1","a":"1"},"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""")]
    [InlineData("""{"\ud800":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""")]
    [InlineData("""{"a":{"dtype":"\ud800","shape":[2],"data_offsets":[0,2]}}""")]
    [InlineData("""{'a':{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}/**/""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[0x2],"data_offsets":[0,2]}}""")]
    public void What_other_readers_could_read_otherwise_is_no_JSON(string header) => Refused(RawFile.Of(header, 1, 2), "no JSON");

    [Theory]
    [InlineData("""{"ä":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2],"nobody reads it":"ä"}}""")]
    public void What_is_no_UTF_8_is_no_JSON(string header) => Refused(RawFile.Of(Encoding.Latin1.GetBytes(header), 1, 2), "no JSON");

    [Theory]
    [InlineData("[1000000000000000]", 0, 4_000_000_000_000_000, "8 follow the header")]
    [InlineData("[1000000000000000]", 0, 8, "need another number")]
    [InlineData("[1099511627776,1099511627776]", 0, 8, "need another number")]
    [InlineData("[9223372036854775807]", 0, 8, "need another number")]
    [InlineData("[9223372036854775808]", 0, 8, "no valid shape")]
    [InlineData("[0,4611686018427387904,4611686018427387904]", 0, 0, "need another number")]
    [InlineData("[4611686018427387904,4611686018427387904,0]", 0, 0, "need another number")]
    [InlineData("[-2]", 0, 8, "no valid shape")]
    [InlineData("[-1,-2]", 0, 8, "no valid shape")]
    [InlineData("[2e0]", 0, 8, "no valid shape")]
    [InlineData("[\"2\"]", 0, 8, "no valid shape")]
    [InlineData("[[2]]", 0, 8, "no valid shape")]
    [InlineData("{}", 0, 8, "no valid shape")]
    [InlineData("null", 0, 8, "no valid shape")]
    [InlineData("[2]", -8, 0, "no valid data_offsets")]
    [InlineData("[2]", 8, 0, "no valid data_offsets")]
    [InlineData("[2]", 8, 16, "starts at byte 8")]
    [InlineData("[2]", 9223372036854775799, 9223372036854775807, "starts at byte 9223372036854775799")]
    [InlineData("[0]", 4, 4, "starts at byte 4")]
    public void A_shape_or_range_that_the_payload_cannot_hold_is_refused(string shape, long start, long end, string message) =>
        Refused(RawFile.Of($$"""{"a":{"dtype":"F32","shape":{{shape}},"data_offsets":[{{start}},{{end}}] } }""", new byte[8]), message);

    [Fact]
    public void More_dimensions_than_torch_has_are_refused()
    {
        Refused(Shaped(65), "no valid shape");
        File.WriteAllBytes(Path, Shaped(64));
        RawFile.Accepted(Path, mustBeHashed: false);

        static byte[] Shaped(int dimensions) =>
            RawFile.Of($$"""{"a":{"dtype":"U8","shape":[{{string.Join(',', Enumerable.Repeat(1, dimensions))}}],"data_offsets":[0,1] } }""", 1);
    }

    private void Refused(byte[] file, string message)
    {
        File.WriteAllBytes(Path, file);
        Assert.Contains(message, RawFile.Refused(Path, mustBeHashed: false), StringComparison.Ordinal);
    }
}
