using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TorchSharp;
using Unfold.Measurements;

namespace Unfold.Plugins.Tests.Measurements;

public sealed class MatrixFileTests : IDisposable
{
    private static readonly SignalShape Shape = new(1, 1, 3);
    private static readonly double[] Stored = [1, 2, 3, 4, 5, 6.5];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-matrix-");
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("<f8", 1)]
    [InlineData("<f4", 1)]
    [InlineData("<f4", 2)]
    public void A_matrix_is_read_row_by_row(string type, byte version)
    {
        using var drawn = Draw(Npy(type, "False", "(2, 3)", version));
        Assert.Equal((2, 3), (drawn.MeasurementCount, drawn.SignalLength));
        Assert.Equal([1, 2, 3, 4, 5, 6.5f], drawn.Dense!.data<float>().ToArray());
    }

    [Fact]
    public void A_matrix_in_fortran_order_is_read_column_by_column()
    {
        using var drawn = Draw(Npy("<f8", "True", "(2, 3)"));
        Assert.Equal([1, 3, 5, 2, 4, 6.5f], drawn.Dense!.data<float>().ToArray());
        Assert.Equal([1, 2], drawn.Apply(torch.tensor(new float[,] { { 1, 0, 0 } })).data<float>().ToArray());
    }

    [Fact]
    public void A_relative_path_is_looked_for_where_the_data_is()
    {
        var content = Npy("<f4", "False", "(2, 3)");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "matrices"));
        File.WriteAllBytes(Path.Combine(_folder.FullName, "matrices", "a.npy"), content);
        var before = Environment.GetEnvironmentVariable("UNFOLD_DATA");
        try
        {
            Environment.SetEnvironmentVariable("UNFOLD_DATA", _folder.FullName);
            using var drawn = Draw(Path.Combine("matrices", "a.npy"), Sum(content));
            Assert.Equal(2, drawn.MeasurementCount);
        }
        finally
        {
            Environment.SetEnvironmentVariable("UNFOLD_DATA", before);
        }
    }

    [Fact]
    public void A_missing_file_is_told_with_where_it_was_looked_for()
    {
        var error = Assert.Throws<UnfoldException>(() => Draw(Path.Combine(_folder.FullName, "none.npy"), Sum([])));
        Assert.Equal("UFD020", error.Code);
        Assert.Contains(_folder.FullName, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_file_than_the_declared_one_is_refused_with_its_own_sum()
    {
        var content = Npy("<f4", "False", "(2, 3)");
        var path = Write(content);
        var error = Assert.Throws<UnfoldException>(() => Draw(path, Sum([1])));
        Assert.Equal("UFD021", error.Code);
        Assert.Contains(Sum(content), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<f4", "False", "(6,)", "two dimensions")]
    [InlineData("<f4", "False", "(1, 2, 3)", "two dimensions")]
    [InlineData("<f4", "False", "(0, 3)", "two dimensions")]
    [InlineData(">f4", "False", "(2, 3)", ">f4")]
    [InlineData("<i8", "False", "(2, 3)", "<i8")]
    [InlineData("<f4", "False", "(3, 3)", "cut off")]
    [InlineData("<f4", "False", "(1, 3)", "too long")]
    public void What_is_no_matrix_of_floats_is_refused(string type, string order, string shape, string reason) => AssertRefused("UFD022", Npy(type, order, shape), reason);

    [Fact]
    public void Entries_that_are_not_finite_are_refused()
    {
        var content = Npy("<f8", "False", "(2, 3)");
        BitConverter.TryWriteBytes(content.AsSpan(content.Length - 8), double.NaN);
        AssertRefused("UFD022", content, "not finite");
    }

    /// <summary>As for the data set of .npy files, whose reader it is.</summary>
    [Fact]
    public void What_is_no_numpy_file_is_refused()
    {
        AssertRefused("UFD003", [], "cut off within its header");
        AssertRefused("UFD003", Npy("<f4", "False", "(2, 3)")[..40], "cut off within its header");
        AssertRefused("UFD004", Encoding.ASCII.GetBytes("MATLAB 5.0 MAT-file"), "does not begin with \\x93NUMPY");
        AssertRefused("UFD004", Npy("<f4", "Perhaps", "(2, 3)"), "no array of one element type");
        AssertRefused("UFD004", Npy("<f4", "False", "(99999999999, 3)"), "its shape is (99999999999, 3)");
        AssertRefused("UFD004", Npy("<f4", "False", "(2, 3)", version: 4), "version 4");
    }

    [Fact]
    public void A_matrix_for_other_signals_is_refused()
    {
        var content = Npy("<f4", "False", "(3, 2)");
        Assert.Equal("UFD023", Assert.Throws<UnfoldException>(() => Draw(content)).Code);
    }

    [Fact]
    public void A_matrix_for_blocks_measures_blocks()
    {
        var content = Npy("<f4", "False", "(1, 4)", count: 4);
        var path = Write(content);
        using var generator = new torch.Generator(1, torch.CPU);
        var blocks = new BlockWise(new() { Size = 2, Measurement = new MatrixFile(new() { Path = path, Sha256 = Sum(content) }) });
        using var drawn = blocks.Draw(new SignalShape(1, 2, 4), generator);
        Assert.Equal([10f, 10f], drawn.Apply(torch.ones(1, 8)).data<float>().ToArray());
    }

    private void AssertRefused(string code, byte[] content, string reason)
    {
        var error = Assert.Throws<UnfoldException>(() => Draw(content));
        Assert.Equal(code, error.Code);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private MeasurementOperator Draw(byte[] content) => Draw(Write(content), Sum(content));

    private static MeasurementOperator Draw(string path, string sum)
    {
        using var generator = new torch.Generator(1, torch.CPU);
        return new MatrixFile(new() { Path = path, Sha256 = sum }).Draw(Shape, generator);
    }

    private string Write(byte[] content)
    {
        var path = Path.Combine(_folder.FullName, "matrix.npy");
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>As numpy.save writes it: the header is padded with spaces, and ends with a line feed, so that the numbers begin at a multiple of 64.</summary>
    private static byte[] Npy(string type, string order, string shape, byte version = 1, int count = 6)
    {
        var text = $"{{'descr': '{type}', 'fortran_order': {order}, 'shape': {shape}, }}";
        var fixedLength = version == 1 ? 10 : 12;
        text = text.PadRight((((fixedLength + text.Length) / 64) + 1) * 64 - fixedLength - 1) + "\n";
        var prefix = new byte[fixedLength];
        new byte[] { 0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', version, 0 }.CopyTo(prefix, 0);
        if (version == 1)
            BinaryPrimitives.WriteUInt16LittleEndian(prefix.AsSpan(8), (ushort)text.Length);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(prefix.AsSpan(8), (uint)text.Length);
        var numbers = Stored[..count].SelectMany(v => type == "<f8" ? BitConverter.GetBytes(v) : BitConverter.GetBytes((float)v));
        return [.. prefix, .. Encoding.ASCII.GetBytes(text), .. numbers];
    }

    private static string Sum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
