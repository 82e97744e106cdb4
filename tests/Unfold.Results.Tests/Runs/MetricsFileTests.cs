using System.Text;

namespace Unfold.Results.Tests;

public sealed class MetricsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder[RunFiles.Metrics];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_file_there_are_no_records() => Assert.Empty(MetricsFile.Read(Path));

    [Fact]
    public void A_line_counts_when_its_line_feed_is_there()
    {
        var whole = Whole();
        for (var length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(Path, whole[..length]);
            var lines = whole.AsSpan(0, length).Count((byte)'\n');
            Assert.Equal(Enumerable.Range(1, lines), MetricsFile.Read(Path).Select(r => r.Epoch));
        }
    }

    [Theory]
    [InlineData("""{"step":2,"epo""")]
    [InlineData("""{"step":2,"epo{"step":3,"epoch":3,"metrics":{}}""")]
    [InlineData("""{"step":2,"epoch":2,"metrics":{}}{"step":3,"epoch":3,"metrics":{}}""")]
    [InlineData("""{"step":2,"epoch":2}""")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"step\":2,\"epoch\":2,\"metrics\":{\"\u0080\":1}}")]
    public void A_damaged_line_is_named_in_the_middle_and_at_the_end(string damaged)
    {
        // As Latin-1, since a byte of 0x80 is no UTF-8.
        byte[] line = [.. Encoding.Latin1.GetBytes(damaged), (byte)'\n'];
        foreach (var after in new[] { Line(3), [] })
        {
            File.WriteAllBytes(Path, [.. Line(1), .. line, .. after]);
            var error = Assert.Throws<ResultsException>(() => MetricsFile.Read(Path));
            Assert.Equal("UFR003", error.Code);
            Assert.StartsWith($"{Path}(2) ", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_a_coded_error()
    {
        File.WriteAllBytes(Path, Whole());
        using var held = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal("UFR003", Assert.Throws<ResultsException>(() => MetricsFile.Read(Path)).Code);
        Assert.Equal("UFR001", Assert.Throws<ResultsException>(() => MetricsFile.CutBack(Path, 0)).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_is_cut_back_to_whole_lines(int lines)
    {
        File.WriteAllBytes(Path, [.. Whole(), .. "{\"step\":4,"u8]);
        MetricsFile.CutBack(Path, lines * Line(1).Length);
        Assert.Equal(Whole()[..(lines * Line(1).Length)], File.ReadAllBytes(Path));
    }

    [Fact]
    public void Nothing_is_cut_from_a_file_that_is_not_there()
    {
        MetricsFile.CutBack(Path, 0);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
        Assert.Equal("UFR014", Assert.Throws<ResultsException>(() => MetricsFile.CutBack(Path, 1)).Code);
    }

    [Fact]
    public void A_file_that_is_shorter_than_the_checkpoint_says_is_left_alone()
    {
        File.WriteAllBytes(Path, Whole());
        var error = Assert.Throws<ResultsException>(() => MetricsFile.CutBack(Path, Whole().Length + 1));
        Assert.Equal("UFR014", error.Code);
        Assert.Contains($"has {Whole().Length} bytes, and had {Whole().Length + 1}", error.Message, StringComparison.Ordinal);
        Assert.Contains("--force", error.Mend, StringComparison.Ordinal);
        Assert.Equal(Whole(), File.ReadAllBytes(Path));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(1, 3)]
    public void A_cut_within_a_line_names_it_and_leaves_the_file_alone(int beside, int line)
    {
        File.WriteAllBytes(Path, Whole());
        var error = Assert.Throws<ResultsException>(() => MetricsFile.CutBack(Path, (2 * Line(1).Length) + beside));
        Assert.Equal("UFR003", error.Code);
        Assert.StartsWith($"{Path}({line}) ", error.Message, StringComparison.Ordinal);
        Assert.Equal(Whole(), File.ReadAllBytes(Path));
    }

    [Fact]
    public void What_is_appended_after_the_cut_follows_it()
    {
        using var run = RunDirectory.Open(_folder.Path, new RunKey("x", "a", 1, Specimen.Hash), "{}\n");
        var path = System.IO.Path.Combine(run.Folder, RunFiles.Metrics);
        File.WriteAllBytes(path, [.. Line(1), .. Line(2), .. "torn"u8]);
        MetricsFile.CutBack(path, Line(1).Length);
        run.Append(new MetricRecord(7, 7, Specimen.Metrics()));
        Assert.Equal([1, 7], MetricsFile.Read(path).Select(r => r.Epoch));
    }

    private static byte[] Whole() => [.. Line(1), .. Line(2), .. Line(3)];

    private static byte[] Line(int epoch) =>
        Encoding.UTF8.GetBytes(ResultsJson.Line(new MetricRecord(epoch, epoch, Specimen.Metrics(("µ", 0.5 + epoch), (MetricNames.ValidationPsnr, double.NaN)))) + "\n");
}
