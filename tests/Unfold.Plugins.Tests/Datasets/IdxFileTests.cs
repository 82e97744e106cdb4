using System.IO.Compression;
using System.Security.Cryptography;
using Unfold.Datasets;

namespace Unfold.Plugins.Tests.Datasets;

public sealed class IdxFileTests : IDisposable
{
    private const int Count = 3;
    private static readonly byte[] Good = Idx(0x803, Count, 28, 28, Count * 784);
    private static readonly PublishedIdx Published = new(new DataFile("images.gz", Sum(Packed(Good)), 0, []), Sum(Good), Count);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-idx-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("images.gz")]
    [InlineData("images")]
    public void A_published_file_is_read_packed_or_plain(string name)
    {
        Write(name, name.EndsWith(".gz", StringComparison.Ordinal) ? Packed(Good) : Good);
        var images = Open();
        Assert.Equal((Count, 28, 28), (images.Count, images.Rows, images.Columns));
        Assert.Equal(Good[16..], images.Pixels);
    }

    [Fact]
    public void A_missing_file_is_told_with_the_folders_that_were_looked_in()
    {
        var error = Assert.Throws<UnfoldException>(Open);
        Assert.Equal("UFD001", error.Code);
        Assert.Contains(_folder.FullName, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_file_with_other_pixels_is_not_the_published_one()
    {
        var other = (byte[])Good.Clone();
        other[^1] ^= 1;
        Write("images", other);
        AssertFails("UFD002");
    }

    [Fact]
    public void A_gzip_file_that_is_cut_off_is_told_as_such()
    {
        Write("images.gz", Packed(Good)[..40]);
        AssertFails("UFD003");
    }

    [Fact]
    public void Something_that_is_no_gzip_file_is_told()
    {
        Write("images.gz", Good);
        AssertFails("UFD003");
    }

    public static TheoryData<byte[], string> Damages() => new()
    {
        { Good[..10], "UFD003" },
        { Good[..^1], "UFD003" },
        { [.. Good, 0], "UFD003" },
        { Idx(0x801, Count, 28, 28, Count * 784), "UFD004" },
        { Idx(0x803, Count + 1, 28, 28, Count * 784), "UFD005" },
        { Idx(0x803, Count, 28, 27, Count * 784), "UFD005" },
        { Idx(0x803, -1, 28, 28, 0), "UFD005" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void Each_damage_has_its_code(byte[] content, string code)
    {
        Write("images", content);
        AssertFails(code);
    }

    private static byte[] Idx(int magic, int count, int rows, int columns, int pixels)
    {
        var bytes = new List<byte>();
        foreach (var number in new[] { magic, count, rows, columns })
            bytes.AddRange([(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
        bytes.AddRange(Enumerable.Range(0, pixels).Select(i => (byte)(i * 7)));
        return [.. bytes];
    }

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
            stream.Write(content);
        return packed.ToArray();
    }

    private static string Sum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private void Write(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "mnist"));
        File.WriteAllBytes(Path.Combine(_folder.FullName, "mnist", name), content);
    }

    private IdxImages Open() => IdxFile.Open(Published, [_folder.FullName]);

    private void AssertFails(string code)
    {
        var error = Assert.Throws<UnfoldException>(Open);
        Assert.Equal(code, error.Code);
        Assert.Contains(_folder.FullName, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Mend);
    }
}
