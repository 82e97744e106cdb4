using System.ComponentModel.DataAnnotations;
using System.Runtime.InteropServices;
using System.Text;
using TorchSharp;
using Unfold.Datasets;

namespace Unfold.Plugins.Tests.Datasets;

public sealed class NpyTests : IDisposable
{
    private static readonly NpyOptions Options = new() { Train = "own/train.npy", Test = "own/test.npy" };

    private readonly string _root = Directory.CreateTempSubdirectory("unfold-npy-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    // numpy.save of numpy.arange(6, dtype='<f4').reshape(2, 3), as NumPy 1.26 wrote it.
    [Fact]
    public void A_file_of_numpys_own_is_read()
    {
        var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }".PadRight(117) + "\n";
        byte[] file = [0x93, .. "NUMPY"u8, 1, 0, 0x76, 0, .. Encoding.ASCII.GetBytes(header), .. MemoryMarshal.AsBytes<float>(new float[] { 0, 1, 2, 3, 4, 5 })];
        Assert.Equal(128 + 24, file.Length);
        Write("train.npy", file);
        Write("test.npy", file);
        using var signals = Load(Options);
        Assert.Equal([2, 3], signals.Train.shape);
        Assert.Equal([0, 1, 2, 3, 4, 5], signals.Train.data<float>().ToArray());
        Assert.Equal(new SignalShape(1, 1, 3), signals.Shape);
    }

    [Theory]
    [InlineData("(2, 6)", 1, 1, 6)]
    [InlineData("(2, 3, 2)", 1, 3, 2)]
    [InlineData("(2, 3, 1, 2)", 3, 1, 2)]
    public void Dimensions_say_whether_signals_are_vectors_or_images(string shape, int channels, int height, int width)
    {
        var values = Enumerable.Range(0, 12).Select(i => i - 5f).ToArray();
        Write("train.npy", shape, values);
        Write("test.npy", shape, values);
        using var signals = Load(Options);
        Assert.Equal(new SignalShape(channels, height, width), signals.Shape);
        Assert.Equal(values, signals.Train.data<float>().ToArray());
        Assert.False(signals.Scale.IsBounded);
    }

    [Fact]
    public void Element_types_versions_and_writers_differ_and_the_signals_do_not()
    {
        Write("train.npy", "(2, 2)", [0.5f, -1, 2, 3]);
        Write("a.npy", Header("<f8", "(2, 2)", version: 2), MemoryMarshal.AsBytes<double>(new[] { 0.5, -1, 2, 3 }));
        Write("b.npy", Header("<f4", "(2,2)", version: 3, quote: '"'), MemoryMarshal.AsBytes<float>(new float[] { 0.5f, -1, 2, 3 }));
        foreach (var name in new[] { "a", "b" })
        {
            using var signals = Load(Options with { Test = $"own/{name}.npy" });
            Assert.Equal([0.5f, -1, 2, 3], signals.Test.data<float>().ToArray());
        }
    }

    [Fact]
    public void A_declared_range_becomes_pixels_from_zero_to_one()
    {
        Write("train.npy", "(1, 3)", [-2f, 0, 6]);
        Write("test.npy", "(1, 3)", [6f, 2, -2]);
        using var signals = Load(Options with { Minimum = -2, Maximum = 6 });
        Assert.Equal([0, 0.25f, 1], signals.Train.data<float>().ToArray());
        Assert.Equal([1, 0.5f, 0], signals.Test.data<float>().ToArray());
        Assert.Equal(new PixelScale(0, 1, 0, 1), signals.Scale);
        var outside = Refusal("UFD013", Options with { Minimum = -2, Maximum = 5 });
        Assert.Contains("value 6 of signal 0", outside.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_range_of_bytes_is_known()
    {
        foreach (var name in new[] { "train.npy", "test.npy" })
            Write(name, Header("|u1", "(2, 2)"), [0, 51, 255, 102]);
        using var signals = Load(Options);
        Assert.Equal([0, 0.2f, 1, 0.4f], signals.Train.data<float>().ToArray());
        Assert.Equal(new PixelScale(0, 1, 0, 1), signals.Scale);
    }

    [Fact]
    public void Normalisation_is_by_the_training_values_alone()
    {
        Write("train.npy", "(2, 2)", [1f, 3, 1, 3]);
        Write("test.npy", "(1, 2)", [100f, 200]);
        using var signals = Load(Options with { Normalization = NpyNormalization.Training });
        Assert.Equal(PixelScale.Unbounded with { Mean = 2, StandardDeviation = 1 }, signals.Scale);
        Write("train.npy", "(2, 2)", [3f, 3, 3, 3]);
        Refusal("UFD013", Options with { Normalization = NpyNormalization.Training });
    }

    [Fact]
    public void Validation_has_a_file_of_its_own_or_none()
    {
        Write("train.npy", "(2, 2)", [1f, 3, 1, 3]);
        Write("test.npy", "(1, 2)", [1f, 2]);
        Write("held.npy", "(1, 2)", [7f, 8]);
        using var none = Load(Options);
        Assert.Null(none.Validation);
        using var signals = Load(Options with { Validation = "own/held.npy" });
        Assert.Equal([7, 8], signals.Validation!.data<float>().ToArray());
        Assert.NotEqual(none.ContentSha256, signals.ContentSha256);
    }

    [Fact]
    public void What_is_cut_off_or_too_long_is_refused()
    {
        Write("test.npy", "(1, 2)", [1f, 2]);
        Write("train.npy", "(1, 2)", [1f, 2]);
        var whole = File.ReadAllBytes(Place("train.npy"));
        foreach (var file in new[] { whole[..4], whole[..9], whole[..60], whole[..^1], [.. whole, 0] })
        {
            Write("train.npy", file);
            Assert.Contains("train.npy", Refusal("UFD003").Message, StringComparison.Ordinal);
        }

        // More elements than any file has.
        Write("train.npy", "(2147483647, 2147483647, 2147483647)", [1f]);
        Refusal("UFD003");
    }

    [Theory]
    [InlineData("UFD004", "<f4", "False", "(1, two)")]
    [InlineData("UFD004", "<f4", "Maybe", "(1, 2)")]
    [InlineData("UFD012", "<f4", "True", "(1, 2)")]
    [InlineData("UFD012", ">f4", "False", "(1, 2)")]
    [InlineData("UFD012", "<i8", "False", "(1, 1)")]
    [InlineData("UFD005", "<f4", "False", "(2,)")]
    [InlineData("UFD005", "<f4", "False", "(1, 1, 1, 1, 2)")]
    [InlineData("UFD005", "<f4", "False", "(2, 1)")]
    public void Other_forms_are_refused(string code, string type, string order, string shape)
    {
        Write("train.npy", "(1, 2)", [1f, 2]);
        Write("test.npy", Header(type, shape, order: order), new byte[8]);
        Assert.Contains("test.npy", Refusal(code).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_and_other_files_are_refused()
    {
        Write("test.npy", "(1, 2)", [1f, 2]);
        Write("train.npy", "PK a zip archive, as numpy.savez writes"u8.ToArray());
        Refusal("UFD004");
        Write("train.npy", Header("x", "(1,)").Replace("'x'", "[('a', '<f4')]", StringComparison.Ordinal), new byte[4]);
        Refusal("UFD004");
        Write("train.npy", "(0, 2)", Array.Empty<float>());
        Refusal("UFD005");
        File.Delete(Place("train.npy"));
        Refusal("UFD001");
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Values_are_finite(float value)
    {
        Write("train.npy", "(2, 2)", [1f, 3, 1, value]);
        Write("test.npy", "(1, 2)", [1f, 2]);
        Assert.Contains("of signal 1", Refusal("UFD013").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_has_two_ends_and_splits_are_different_files()
    {
        static IEnumerable<string> Wrong(NpyOptions options) => options.Validate(new ValidationContext(options)).SelectMany(r => r.MemberNames);
        Assert.Empty(Wrong(Options with { Minimum = 0, Maximum = 1 }));
        Assert.Equal([nameof(NpyOptions.Minimum)], Wrong(Options with { Minimum = 0 }));
        Assert.Equal([nameof(NpyOptions.Minimum)], Wrong(Options with { Minimum = 1, Maximum = 1 }));
        Assert.Equal([nameof(NpyOptions.Test)], Wrong(Options with { Test = Options.Train }));
        Assert.Equal([nameof(NpyOptions.Validation)], Wrong(Options with { Validation = Options.Test }));
    }

    private UnfoldException Refusal(string code, NpyOptions? options = null)
    {
        var refused = Assert.Throws<UnfoldException>(() => Load(options ?? Options));
        Assert.Equal(code, refused.Code);
        return refused;
    }

    private SignalSet Load(NpyOptions options) => new Npy(options).Load(new DatasetContext([Path.Combine(_root, "none"), _root], 1));

    private string Place(string name) => Path.Combine(Directory.CreateDirectory(Path.Combine(_root, "own")).FullName, name);

    private void Write(string name, byte[] content) => File.WriteAllBytes(Place(name), content);

    private void Write(string name, string shape, float[] values) => Write(name, Header("<f4", shape), MemoryMarshal.AsBytes<float>(values));

    private void Write(string name, string header, ReadOnlySpan<byte> elements)
    {
        var version = (byte)(header[0] - '0');
        var text = Encoding.UTF8.GetBytes(header[1..] + "\n");
        byte[] length = version == 1 ? BitConverter.GetBytes((ushort)text.Length) : BitConverter.GetBytes((uint)text.Length);
        Write(name, [0x93, .. "NUMPY"u8, version, 0, .. length, .. text, .. elements]);
    }

    // The version's digit, then the dictionary.
    private static string Header(string type, string shape, int version = 1, string order = "False", char quote = '\'') =>
        $"{version}{{'descr': '{type}', 'fortran_order': {order}, 'shape': {shape}, }}".Replace('\'', quote);
}
