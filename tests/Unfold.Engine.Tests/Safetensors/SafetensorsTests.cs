using System.Buffers.Binary;
using System.Text;
using TorchSharp;
using Unfold.Engine.Safetensors;
using Unfold.Results;

namespace Unfold.Engine.Tests;

public sealed class SafetensorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.Of("x.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tensors_of_every_type_and_shape_come_back_bit_by_bit()
    {
        using var scope = torch.NewDisposeScope();
        var tensors = new Dictionary<string, torch.Tensor>(StringComparer.Ordinal)
        {
            ["scalar"] = torch.tensor(1.5f),
            ["empty"] = torch.zeros(0, 3),
            ["transposed"] = torch.arange(6, dtype: torch.float64).reshape(2, 3).t(),
            ["view"] = torch.arange(10, dtype: torch.int64)[torch.TensorIndex.Slice(3, 7)],
            ["half"] = torch.tensor(new[] { 0.1f, float.NaN, float.NegativeInfinity }).to(torch.float16),
            ["brain"] = torch.tensor(new[] { 0.1f, -0f }).to(torch.bfloat16),
            ["bytes"] = torch.tensor(new byte[] { 1, 255 }),
            ["truth"] = torch.tensor(new[] { true, false, true }),
            ["größe \"1\""] = torch.tensor(new[] { 1e-45f }),
        };
        SafetensorsWriter.Write(Path, tensors, new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "b" });
        using var read = SafetensorsReader.Read(Path);
        Assert.Equal(tensors.Keys.Order(StringComparer.Ordinal), read.Tensors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("b", read.Metadata["a"]);
        foreach (var (name, tensor) in tensors)
        {
            Assert.Equal(tensor.dtype, read.Tensors[name].dtype);
            Assert.Equal(tensor.shape, read.Tensors[name].shape);
            Assert.Equal(tensor.contiguous().bytes.ToArray(), read.Tensors[name].bytes.ToArray());
        }
    }

    [Fact]
    public void A_file_that_another_program_wrote_is_read()
    {
        File.WriteAllBytes(Path, Reference);
        using var read = SafetensorsReader.Read(Path);
        Assert.Equal([1f, -2.5f, 3f, 4f], read.Tensors["w"].data<float>());
        Assert.Equal([2, 2], read.Tensors["w"].shape);
        Assert.Equal([7L], read.Tensors["n"].data<long>());
        Assert.Equal("1", read.Metadata["format"]);
    }

    [Fact]
    public void The_same_tensors_are_written_as_another_program_writes_them()
    {
        using var scope = torch.NewDisposeScope();
        var tensors = new Dictionary<string, torch.Tensor>(StringComparer.Ordinal) { ["w"] = torch.tensor(new[,] { { 1f, -2.5f }, { 3f, 4f } }), ["n"] = torch.tensor(new[] { 7L }) };
        SafetensorsWriter.Write(Path, tensors, new Dictionary<string, string>(StringComparer.Ordinal) { ["format"] = "1" });
        var (ours, theirs) = (File.ReadAllBytes(Path), Reference);
        Assert.Equal(0, HeaderLength(ours) % 8);
        // The payload to its last byte; the header by its entries, since ours has a hash more.
        Assert.Equal(theirs[(8 + HeaderLength(theirs))..], ours[(8 + HeaderLength(ours))..]);
        var (a, b) = (Newtonsoft.Json.Linq.JObject.Parse(HeaderText(ours)), Newtonsoft.Json.Linq.JObject.Parse(HeaderText(theirs)));
        Assert.Equal(b["w"]!.ToString(), a["w"]!.ToString());
        Assert.Equal(b["n"]!.ToString(), a["n"]!.ToString());
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "need another number")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 8, "8 follow the header")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 3, "3 follow the header")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "starts at byte 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "neither overlap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[5,9]}}""", 9, "leave gaps")]
    [InlineData("""{"a":{"dtype":"F31","shape":[1],"data_offsets":[0,4]}}""", 4, "no known dtype")]
    [InlineData("""{"a":{"dtype":["F32"],"shape":[1],"data_offsets":[0,4]}}""", 4, "no known dtype")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "no valid shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}""", 4, "no valid shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}}""", 4, "no valid shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4611686018427387904],"data_offsets":[0,4]}}""", 4, "need another number")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4, "no valid data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", 4, "no valid data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "no JSON")]
    [InlineData("""{"__metadata__":{"x":1}}""", 0, "no object of texts")]
    [InlineData("""{"a":""", 0, "no JSON")]
    [InlineData("""[]""", 0, "no JSON object")]
    [InlineData("""{} {}""", 0, "no JSON")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"__metadata__":{"payload_sha256":"00"}}""", 1, "SHA-256")]
    public void A_damaged_file_is_a_coded_error(string header, int payload, string message)
    {
        File.WriteAllBytes(Path, [.. BitConverter.GetBytes((long)Encoding.UTF8.GetByteCount(header)), .. Encoding.UTF8.GetBytes(header), .. new byte[payload]]);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        var error = Assert.Throws<ResultsException>(() => SafetensorsReader.Read(Path));
        Assert.Equal("UFR010", error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(20)]
    public void A_file_that_was_cut_off_is_a_coded_error(int length)
    {
        File.WriteAllBytes(Path, Reference[..length]);
        Assert.Equal("UFR010", Assert.Throws<ResultsException>(() => SafetensorsReader.Read(Path)).Code);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 63)]
    [InlineData(100_000_001UL)]
    [InlineData(1_000UL)]
    public void A_header_is_not_read_for_longer_than_the_file(ulong length)
    {
        var bytes = new byte[64];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        File.WriteAllBytes(Path, bytes);
        Assert.Equal("UFR010", Assert.Throws<ResultsException>(() => SafetensorsReader.Read(Path)).Code);
    }

    [Fact]
    public void A_changed_byte_of_the_payload_is_noticed()
    {
        using var tensor = torch.ones(3);
        SafetensorsWriter.Write(Path, [KeyValuePair.Create("a", tensor)], new Dictionary<string, string>(StringComparer.Ordinal));
        var bytes = File.ReadAllBytes(Path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(Path, bytes);
        Assert.Contains("SHA-256", Assert.Throws<ResultsException>(() => SafetensorsReader.Read(Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_a_coded_error() =>
        Assert.Equal("UFR003", Assert.Throws<ResultsException>(() => SafetensorsReader.Read(Path)).Code);

    /// <summary>Packed by a Python script (json, struct) from the description of the format alone: an I64 of [1] and an F32 of [2, 2].</summary>
    private static byte[] Reference => Convert.FromBase64String("kAAAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJmb3JtYXQiOiIxIn0sIm4iOnsiZHR5cGUiOiJJNjQiLCJzaGFwZSI6WzFdLCJkYXRhX29mZnNldHMiOlswLDhdfSwidyI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbMiwyXSwiZGF0YV9vZmZzZXRzIjpbOCwyNF19fSAgICAHAAAAAAAAAAAAgD8AACDAAABAQAAAgEA=");

    private static int HeaderLength(byte[] file) => (int)BitConverter.ToInt64(file);

    private static string HeaderText(byte[] file) => Encoding.UTF8.GetString(file, 8, HeaderLength(file));
}
