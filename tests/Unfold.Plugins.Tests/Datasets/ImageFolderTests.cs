using System.ComponentModel.DataAnnotations;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using TorchSharp;
using Unfold.Datasets;

namespace Unfold.Plugins.Tests.Datasets;

public sealed class ImageFolderTests : IDisposable
{
    private static readonly ImageFolderOptions Options = new() { Train = "some/train", Test = "some/test", Block = 4, Crops = 8 };

    private readonly string _root = Directory.CreateTempSubdirectory("unfold-images-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Png_and_tiff_plain_packed_or_with_a_palette_are_the_same_image()
    {
        // Runs for PackBits to pack, 17 columns, every byte of a palette that is no ramp.
        var grey = Enumerable.Range(0, 17 * 20).Select(i => (byte)(i % 17 < 6 ? i / 17 : i)).ToArray();
        var stored = grey.Select(g => (byte)(255 - g)).ToArray();
        WritePng("test/a.png", grey, 17);
        Write("test/b.tif", HandmadeTiff.Of(grey, 17));
        Write("test/c.tif", HandmadeTiff.Of(grey, 17, isPacked: true));
        Write("test/d.tiff", HandmadeTiff.Of(stored, 17, palette: i => 255 - i));
        Write("test/e.TIF", HandmadeTiff.Of(stored, 17, palette: i => 255 - i, isPacked: true));
        WritePng("train/x.png", new byte[16], 4);
        using var signals = Load(Options);
        Assert.Equal(["a", "b", "c", "d", "e"], signals.TestImages!.Select(i => i.Name));
        foreach (var image in signals.TestImages!)
            Assert.Equal(grey, Bytes(signals, image));
    }

    // (4899 R + 9617 G + 1868 B + 8192) / 16384, computed by hand.
    [Theory]
    [InlineData(255, 0, 0, 76)]
    [InlineData(0, 255, 0, 150)]
    [InlineData(0, 0, 255, 29)]
    [InlineData(255, 255, 255, 255)]
    [InlineData(12, 200, 77, 130)]
    [InlineData(17, 17, 17, 17)]
    public void Colour_is_turned_into_the_luma_of_bt601(byte red, byte green, byte blue, byte expected)
    {
        using var image = new Image<Rgb24>(4, 4, new Rgb24(red, green, blue));
        using var transparent = new Image<Rgba32>(4, 4, new Rgba32(red, green, blue, 3));
        image.SaveAsPng(Place("train/x.png"));
        transparent.SaveAsPng(Place("test/x.png"));
        using var signals = Load(Options);
        Assert.All(signals.Train.data<float>().ToArray(), pixel => Assert.Equal(expected / 255f, pixel));
        Assert.All(signals.Test.data<float>().ToArray(), pixel => Assert.Equal(expected / 255f, pixel));
    }

    [Fact]
    public void An_image_of_any_size_is_tiled_with_zeros_beyond_its_edges_and_no_block_more_than_needed()
    {
        WritePng("train/x.png", new byte[16], 4);
        var odd = Enumerable.Range(1, 5 * 7).Select(i => (byte)i).ToArray();
        WritePng("test/1.png", odd, 7);
        WritePng("test/2.png", [.. Enumerable.Range(100, 8 * 4).Select(i => (byte)i)], 4);
        WritePng("test/3.png", [200, 201], 1);
        using var signals = Load(Options);
        Assert.Equal([new("1", 5, 7, 0, 2, 2), new("2", 8, 4, 4, 2, 1), new TiledImage("3", 2, 1, 6, 1, 1)], signals.TestImages!);
        Assert.Equal([7, 16], signals.Test.shape);
        var blocks = signals.Test.data<float>().ToArray().Select(p => (int)Math.Round(p * 255)).Chunk(16).ToList();
        Assert.Equal([1, 2, 3, 4, 8, 9, 10, 11, 15, 16, 17, 18, 22, 23, 24, 25], blocks[0]);
        Assert.Equal([5, 6, 7, 0, 12, 13, 14, 0, 19, 20, 21, 0, 26, 27, 28, 0], blocks[1]);
        Assert.Equal([29, 30, 31, 32, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], blocks[2]);
        Assert.Equal([33, 34, 35, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], blocks[3]);
        Assert.Equal(Enumerable.Range(116, 16), blocks[5]);
        Assert.Equal([200, 0, 0, 0, 201, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], blocks[6]);
    }

    [Fact]
    public void Files_are_in_the_order_of_their_names_code_units_and_others_are_passed_over()
    {
        WritePng("train/x.png", new byte[16], 4);
        foreach (var name in new[] { "b.png", "B.PNG", "10.png", "9.png", "ä.png", "a b.png", "._b.png" })
            WritePng("test/" + name, new byte[16], 4);
        Write("test/README.md", "no image"u8.ToArray());
        Assert.Equal(["10", "9", "B", "a b", "b", "ä"], Load(Options).TestImages!.Select(i => i.Name));
        WritePng("train/9.png", new byte[16], 4);
        Assert.Equal(["9"], Load(Options with { Pattern = "9*" }).TestImages!.Select(i => i.Name));
    }

    [Fact]
    public void Crops_lie_at_every_place_of_every_image_equally_often()
    {
        // 2×2 blocks: four places in the first image, two in the second; the corner's grey tells which.
        WritePng("train/1.png", [1, 2, 9, 3, 4, 9, 9, 9, 9], 3);
        WritePng("train/2.png", [5, 6, 9, 9, 9, 9], 3);
        WritePng("test/x.png", new byte[16], 4);
        using var signals = Load(Options with { Block = 2, Crops = 6000 });
        var corners = Corners(signals.Train);
        Assert.Equal(Enumerable.Range(1, 6), corners.Distinct().Order());
        // 1,000 each, with a standard deviation of 29.
        Assert.All(corners.CountBy(c => c), place => Assert.InRange(place.Value, 880, 1120));
    }

    [Fact]
    public void Crops_depend_on_the_seed_and_fresh_ones_on_the_generator()
    {
        WritePng("train/x.png", [.. Enumerable.Range(0, 225).Select(i => (byte)i)], 15);
        WritePng("test/x.png", new byte[16], 4);
        using var first = Load(Options);
        using var again = Load(Options);
        using var other = Load(Options, seed: 2);
        Assert.Equal(Corners(first.Train), Corners(again.Train));
        Assert.NotEqual(Corners(first.Train), Corners(other.Train));
        Assert.Equal(first.ContentSha256, other.ContentSha256);
        Assert.Null(first.Redraw);

        using var fresh = Load(Options with { Fresh = true });
        List<int> Draw(ulong seed)
        {
            using var generator = new torch.Generator(seed, torch.CPU);
            using var drawn = fresh.Redraw!(generator);
            return Corners(drawn);
        }

        Assert.Equal(Corners(first.Train), Corners(fresh.Train));
        Assert.Equal(Draw(5), Draw(5));
        Assert.NotEqual(Draw(5), Draw(6));
    }

    [Fact]
    public void A_grid_takes_every_block_so_many_pixels_apart_and_none_that_reaches_beyond()
    {
        WritePng("train/x.png", [.. Enumerable.Range(0, 70).Select(i => (byte)i)], 10);
        WritePng("test/x.png", new byte[16], 4);
        Assert.Equal([0, 3, 6, 30, 33, 36], Corners(Load(Options with { Stride = 3 }).Train));
        Assert.Equal([0], Corners(Load(Options with { Block = 7, Stride = 7 }).Train));
        Assert.Equal(28, Load(Options with { Stride = 1 }).Train.shape[0]);
    }

    [Fact]
    public void Validation_images_are_whole_too()
    {
        WritePng("train/x.png", new byte[16], 4);
        WritePng("test/x.png", new byte[16], 4);
        WritePng("held/y.png", Enumerable.Repeat((byte)51, 30).ToArray(), 5);
        using var none = Load(Options);
        Assert.Null(none.Validation);
        Assert.Null(none.ValidationImages);
        using var signals = Load(Options with { Validation = "some/held" });
        Assert.Equal([new TiledImage("y", 6, 5, 0, 2, 2)], signals.ValidationImages!);
        Assert.Equal(30 * 0.2, signals.Validation!.sum().item<float>(), 1e-4);
    }

    [Fact]
    public void The_content_is_the_files_bytes()
    {
        WritePng("train/x.png", new byte[16], 4);
        WritePng("test/x.png", new byte[16], 4);
        var before = Load(Options).ContentSha256;
        WritePng("test/x.png", [.. new byte[15], 1], 4);
        Assert.NotEqual(before, Load(Options).ContentSha256);
    }

    [Fact]
    public void Missing_folders_and_images_are_named()
    {
        Assert.Contains("'some/train'", Refusal("UFD001").Message, StringComparison.Ordinal);
        WritePng("train/x.png", new byte[16], 4);
        Directory.CreateDirectory(Path.Combine(_root, "some", "test"));
        Assert.Contains("extension of an image", Refusal("UFD001").Message, StringComparison.Ordinal);
        WritePng("test/x.png", new byte[16], 4);
        Assert.Contains("matches '*.bmp'", Refusal("UFD001", Options with { Pattern = "*.bmp" }).Message, StringComparison.Ordinal);
        WritePng("train/small.png", new byte[12], 3);
        Assert.Contains("'small' is 4×3", Refusal("UFD011").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_damaged_or_no_image_is_refused()
    {
        WritePng("train/x.png", new byte[16], 4);
        var grey = Enumerable.Range(0, 64 * 64).Select(i => (byte)(i * i)).ToArray();
        WritePng("test/x.png", grey, 64);
        var whole = File.ReadAllBytes(Place("test/x.png"));
        foreach (var length in new[] { 9, whole.Length / 2, whole.Length - 20, whole.Length - 1 })
        {
            Write("test/x.png", whole[..length]);
            Assert.Contains("x.png", Refusal("UFD003").Message, StringComparison.Ordinal);
        }

        whole[whole.Length / 2] ^= 1;
        Write("test/x.png", whole);
        Refusal("UFD003");
        Write("test/x.png", "<html>not found</html>"u8.ToArray());
        Refusal("UFD004");
        File.Delete(Place("test/x.png"));

        // The directory is at the end: without it, nothing; with a strip that reaches beyond the file, no pixels.
        var tiff = HandmadeTiff.Of(grey, 64);
        Write("test/x.tif", tiff[..^100]);
        Refusal("UFD003");
    }

    [Fact]
    public void A_grid_is_not_fresh_crops_fit_into_memory_and_splits_are_different_folders()
    {
        static IEnumerable<string> Wrong(ImageFolderOptions options) => options.Validate(new ValidationContext(options)).SelectMany(r => r.MemberNames);
        Assert.Empty(Wrong(new ImageFolderOptions()));
        Assert.Equal([nameof(ImageFolderOptions.Fresh)], Wrong(Options with { Fresh = true, Stride = 4 }));
        Assert.Equal([nameof(ImageFolderOptions.Crops)], Wrong(Options with { Block = 1024, Crops = 10_000 }));
        Assert.Equal([nameof(ImageFolderOptions.Test)], Wrong(Options with { Train = "a", Test = "a" }));
        Assert.Equal([nameof(ImageFolderOptions.Validation)], Wrong(Options with { Train = "a", Test = "b", Validation = "b" }));
        Assert.Equal([nameof(ImageFolderOptions.Validation)], Wrong(Options with { Train = "a", Test = "b", Validation = "a" }));
    }

    private UnfoldException Refusal(string code, ImageFolderOptions? options = null)
    {
        var refused = Assert.Throws<UnfoldException>(() => Load(options ?? Options));
        Assert.Equal(code, refused.Code);
        return refused;
    }

    private SignalSet Load(ImageFolderOptions options, ulong seed = 1) => new ImageFolder(options).Load(new DatasetContext([Path.Combine(_root, "none"), _root], seed));

    private string Place(string name)
    {
        var path = Path.Combine(_root, "some", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private void Write(string name, byte[] content) => File.WriteAllBytes(Place(name), content);

    private void WritePng(string name, byte[] pixels, int width)
    {
        using var image = Image.LoadPixelData<L8>(pixels, width, pixels.Length / width);
        image.SaveAsPng(Place(name));
    }

    private static List<int> Corners(torch.Tensor blocks) => [.. blocks.data<float>().ToArray().Chunk((int)blocks.shape[1]).Select(b => (int)Math.Round(b[0] * 255))];

    private static byte[] Bytes(SignalSet signals, TiledImage image) => Assembled.Bytes(signals.Test, image, signals.Shape);
}
