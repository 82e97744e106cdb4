using TorchSharp;
using Unfold.Engine.Safetensors;

namespace Unfold.Engine.Tests;

/// <summary>What the writer writes is the published format: read back by a reader that shares nothing with it.</summary>
public sealed class FormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.Of("x.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_independent_reader_finds_every_tensor()
    {
        var read = Written();
        Assert.Equal(["count", "empty", "single", "transposed", "truth", "weights µ"], read.Names.Order(StringComparer.Ordinal));
        Assert.Equal("F64 [3, 2]", read.Described("transposed"));
        Assert.Equal([0.1, 3.1, 1.1, 4.1, 2.1, 5.1], read.Values("transposed", 8, BitConverter.ToDouble));
        Assert.Equal("I64 [3]", read.Described("count"));
        Assert.Equal([long.MinValue, -1, long.MaxValue], read.Values("count", 8, BitConverter.ToInt64));
        Assert.Equal("BOOL [3]", read.Described("truth"));
        Assert.Equal([1, 0, 1], read.Values("truth", 1, (bytes, at) => bytes[at]));
        Assert.Equal("F32 []", read.Described("single"));
        Assert.Equal([-2.5f], read.Values("single", 4, BitConverter.ToSingle));
        Assert.Equal("F32 [0, 3]", read.Described("empty"));
        Assert.Empty(read.Values("empty", 4, BitConverter.ToSingle));
        Assert.Equal("F32 [2]", read.Described("weights µ"));
        Assert.Equal([float.NaN, 1e-45f], read.Values("weights µ", 4, BitConverter.ToSingle));
    }

    [Fact]
    public void An_independent_reader_finds_the_texts_and_both_hashes()
    {
        var read = Written();
        Assert.Equal(["\"quoted\"", "header_sha256", "payload_sha256", "step"], read.Metadata.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("é\n", "12"), (read.Metadata["\"quoted\""], read.Metadata["step"]));
    }

    [Fact]
    public void The_payload_and_each_tensor_in_it_are_aligned()
    {
        var read = Written();
        Assert.Equal(0, read.HeaderLength % 8);
        Assert.All(read.Names, name => Assert.Equal(0, read.Begin(name) % (read.Type(name) is "F64" or "I64" ? 8 : read.Type(name) == "F32" ? 4 : 1)));
    }

    [Fact]
    public void The_file_before_is_kept_where_it_is_asked_for()
    {
        using var scope = torch.NewDisposeScope();
        Write(1);
        var first = File.ReadAllBytes(Path);
        Write(2);
        Assert.Equal(first, File.ReadAllBytes(_folder.Of("before")));
        using var read = SafetensorsReader.Read(Path, mustBeHashed: true);
        Assert.Equal(2, read.Tensors["a"].item<float>());

        void Write(float value) =>
            SafetensorsWriter.Write(Path, [KeyValuePair.Create("a", torch.tensor(value))], new Dictionary<string, string>(StringComparer.Ordinal), previous: _folder.Of("before"));
    }

    private IndependentReader Written()
    {
        using var scope = torch.NewDisposeScope();
        SafetensorsWriter.Write(
            Path,
            new Dictionary<string, torch.Tensor>(StringComparer.Ordinal)
            {
                ["truth"] = torch.tensor(new[] { true, false, true }),
                ["single"] = torch.tensor(-2.5f),
                ["empty"] = torch.zeros(0, 3),
                ["transposed"] = (torch.arange(6, dtype: torch.float64) + 0.1).reshape(2, 3).t(),
                ["count"] = torch.tensor(new[] { long.MinValue, -1, long.MaxValue }),
                ["weights µ"] = torch.tensor(new[] { float.NaN, 1e-45f }),
            },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["step"] = "12", ["\"quoted\""] = "é\n" });
        return new IndependentReader(File.ReadAllBytes(Path));
    }
}
