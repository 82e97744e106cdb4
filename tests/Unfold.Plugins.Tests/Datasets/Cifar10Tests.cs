using System.ComponentModel.DataAnnotations;
using System.Formats.Tar;
using System.IO.Compression;
using TorchSharp;
using Unfold.Datasets;

namespace Unfold.Plugins.Tests.Datasets;

public sealed class Cifar10Tests : IDisposable
{
    private const int RowLength = 3073;

    private readonly string _root = Directory.CreateTempSubdirectory("unfold-cifar-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Rows_are_a_label_and_planes_of_red_green_and_blue()
    {
        Write("data_batch_1.bin", Rows(2, first: 0));
        Write("test_batch.bin", Rows(1, first: 9));
        using var colour = Load(Part(2, 1) with { Greyscale = false });
        Assert.Equal(new SignalShape(3, 32, 32), colour.Shape);
        Assert.Equal(Rows(2, first: 0).Chunk(RowLength).SelectMany(row => row.Skip(1)).Select(b => b / 255f), colour.Train.data<float>().ToArray());
        Assert.Equal((0.5, 0.5), (colour.Scale.Mean, colour.Scale.StandardDeviation));
    }

    // As Pillow converts: 0.299 R + 0.587 G + 0.114 B, rounded; equal colours stay what they are.
    [Theory]
    [InlineData(255, 0, 0, 76)]
    [InlineData(0, 255, 0, 150)]
    [InlineData(0, 0, 255, 29)]
    [InlineData(255, 255, 255, 255)]
    [InlineData(17, 17, 17, 17)]
    [InlineData(12, 200, 77, 130)]
    public void Grey_is_the_luma_of_bt601(byte red, byte green, byte blue, byte expected)
    {
        byte[] row = [3, .. Enumerable.Repeat(red, 1024), .. Enumerable.Repeat(green, 1024), .. Enumerable.Repeat(blue, 1024)];
        Write("data_batch_1.bin", row);
        Write("test_batch.bin", row);
        using var grey = Load(Part(1, 1));
        Assert.Equal(new SignalShape(1, 32, 32), grey.Shape);
        Assert.All((grey.Train * 255).data<float>().ToArray(), pixel => Assert.Equal(expected, pixel, 1e-3f));
    }

    [Fact]
    public void Batches_follow_each_other_by_number_and_a_sample_is_drawn_from_all_of_them()
    {
        Write("data_batch_3.bin", Rows(3, first: 20));
        Write("data_batch_1.bin", Rows(2, first: 0));
        Write("test_batch.bin", Rows(4, first: 40));
        using var all = Load(Part(5, 4));
        Write("data_batch_1.bin", [.. Rows(2, first: 0), .. Rows(3, first: 20)]);
        File.Delete(Path.Combine(_root, "cifar10", "data_batch_3.bin"));
        using var one = Load(Part(5, 4));
        Assert.Equal(one.Train.data<float>().ToArray(), all.Train.data<float>().ToArray());
        Assert.Equal(one.ContentSha256, all.ContentSha256);

        using var sample = Load(Part(5, 4) with { Train = 3, Test = 2 });
        Assert.Equal([3, 1024], sample.Train.shape);
        var rows = RowsOf(all.Train);
        Assert.All(RowsOf(sample.Train), row => Assert.Contains(row, rows));
        Assert.Equal(3, RowsOf(sample.Train).Distinct().Count());
    }

    [Fact]
    public void The_archive_gives_what_the_unpacked_files_give()
    {
        Write("data_batch_1.bin", Rows(2, first: 0));
        Write("test_batch.bin", Rows(1, first: 5));
        using var plain = Load(Part(2, 1));
        Pack();
        using var packed = Load(Part(2, 1));
        Assert.Equal(plain.ContentSha256, packed.ContentSha256);
        Assert.Equal(plain.Train.data<float>().ToArray(), packed.Train.data<float>().ToArray());

        var archive = Path.Combine(_root, "cifar10", "cifar-10-binary.tar.gz");
        File.WriteAllBytes(archive, File.ReadAllBytes(archive)[..^200]);
        Assert.Equal("UFD003", Assert.Throws<UnfoldException>(() => Load(Part(2, 1))).Code);
    }

    [Fact]
    public void A_part_is_read_only_where_its_size_is_declared()
    {
        Write("data_batch_1.bin", Rows(4, first: 0));
        Write("test_batch.bin", Rows(2, first: 0));
        var undeclared = Assert.Throws<UnfoldException>(() => Load(new Cifar10Options()));
        Assert.Equal("UFD005", undeclared.Code);
        Assert.Contains("4 rows", undeclared.Message, StringComparison.Ordinal);
        Assert.Contains("10000", undeclared.Message, StringComparison.Ordinal);
        var wrong = Assert.Throws<UnfoldException>(() => Load(Part(5, 2)));
        Assert.Equal("UFD005", wrong.Code);
        Assert.Contains("hold 4 rows; declared are 5", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("hold 2 rows; declared are 3", Assert.Throws<UnfoldException>(() => Load(Part(4, 3))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_off_or_of_other_labels_is_refused()
    {
        Write("test_batch.bin", Rows(1, first: 0));
        Write("data_batch_1.bin", Rows(2, first: 0)[..^1]);
        Assert.Equal("UFD003", Assert.Throws<UnfoldException>(() => Load(Part(2, 1))).Code);
        var row = Rows(2, first: 0);
        row[RowLength] = 10;
        Write("data_batch_1.bin", row);
        var label = Assert.Throws<UnfoldException>(() => Load(Part(2, 1)));
        Assert.Equal("UFD004", label.Code);
        Assert.Contains("row 1 has the label 10", label.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_batch_of_other_content_is_not_the_published_one()
    {
        Write("data_batch_1.bin", new byte[10_000 * RowLength]);
        var other = Assert.Throws<UnfoldException>(() => Load(new Cifar10Options { TestRows = 1 }));
        Assert.Equal("UFD002", other.Code);
    }

    [Fact]
    public void Missing_files_are_named()
    {
        Assert.Equal("UFD001", Assert.Throws<UnfoldException>(() => Load(new Cifar10Options())).Code);
        Write("data_batch_1.bin", Rows(1, first: 0));
        Assert.Contains("test_batch.bin", Assert.Throws<UnfoldException>(() => Load(Part(1, 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_images_than_the_files_hold_are_refused_before_they_are_read() =>
        Assert.Equal(
            [nameof(Cifar10Options.Train), nameof(Cifar10Options.Test)],
            Validate(Part(5, 2) with { Train = 6, Test = 3 }).Concat(Validate(Part(5, 2) with { Train = 5, Test = 2 })));

    [Fact]
    public void The_archive_is_offered_for_download() =>
        Assert.Equal((64, 170_052_171L, "cifar10"), (new Cifar10(new()).Files.Single().Sha256.Length, new Cifar10(new()).Files.Single().Length, new Cifar10(new()).FolderName));

    // The mean luma of CIFAR-10's training images is 0.4809 with deviation 0.2392; a part of 4,000 is near it.
    [SkippableFact]
    public void The_real_subset_looks_like_cifar10()
    {
        var folder = Environment.GetEnvironmentVariable("UNFOLD_DATA");
        Skip.If(string.IsNullOrEmpty(folder) || !Directory.Exists(Path.Combine(folder!, "cifar10-subset")), "UNFOLD_DATA has no folder cifar10-subset");
        var options = new Cifar10Options { Rows = 4000, TestRows = 1000, Folder = "cifar10-subset" };
        using var set = new Cifar10(options).Load(new DatasetContext([folder!], 1));
        Assert.Equal([4000, 1024], set.Train.shape);
        Assert.Equal([1000, 1024], set.Test.shape);
        Assert.Equal(0.4809, set.Train.mean().item<float>(), 0.01);
        Assert.Equal(0.2392, set.Train.std().item<float>(), 0.01);
        Assert.Throws<UnfoldException>(() => new Cifar10(options with { Rows = null }).Load(new DatasetContext([folder!], 1)));
    }

    private static Cifar10Options Part(int rows, int testRows) => new() { Rows = rows, TestRows = testRows };

    private static IEnumerable<string> Validate(Cifar10Options options) => options.Validate(new ValidationContext(options)).SelectMany(r => r.MemberNames);

    private static List<string> RowsOf(torch.Tensor signals) => [.. signals.data<float>().ToArray().Chunk(1024).Select(row => string.Join(",", row))];

    /// <summary>Rows with a label and pixels of their own each.</summary>
    private static byte[] Rows(int count, int first) =>
        [.. Enumerable.Range(first, count).SelectMany(row => new[] { (byte)(row % 10) }.Concat(Enumerable.Range(0, RowLength - 1).Select(i => (byte)((i * 7) + (row * 13)))))];

    private SignalSet Load(Cifar10Options options) => new Cifar10(options).Load(new DatasetContext([Path.Combine(_root, "nothing-here"), _root], 1));

    private void Write(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.Combine(_root, "cifar10"));
        File.WriteAllBytes(Path.Combine(_root, "cifar10", name), content);
    }

    /// <summary>Replaces the batches by an archive of them, as it is published: in a folder, with a file of names beside.</summary>
    private void Pack()
    {
        var folder = Path.Combine(_root, "cifar10");
        using var packed = File.Create(Path.Combine(folder, "cifar-10-binary.tar.gz"));
        using var zip = new GZipStream(packed, CompressionLevel.Fastest);
        using var tar = new TarWriter(zip);
        foreach (var file in Directory.GetFiles(folder, "*.bin"))
        {
            tar.WriteEntry(file, $"cifar-10-batches-bin/{Path.GetFileName(file)}");
            File.Delete(file);
        }
    }
}
