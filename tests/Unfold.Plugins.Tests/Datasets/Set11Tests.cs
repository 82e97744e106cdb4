using TorchSharp;
using Unfold.Datasets;

namespace Unfold.Plugins.Tests.Datasets;

/// <summary>The files that the field reports on, where they are.</summary>
public sealed class Set11Tests
{
    // Sums over the pixels, computed from the files' bytes by a separate reader of TIFF, without a library.
    private static readonly Dictionary<string, (int Side, long Sum)> Known = new(StringComparer.Ordinal)
    {
        ["Monarch"] = (256, 7_396_559),
        ["Parrots"] = (256, 8_550_623),
        ["barbara"] = (256, 8_286_638),
        ["boats"] = (256, 8_531_755),
        ["cameraman"] = (256, 7_780_728),
        ["fingerprint"] = (512, 37_099_575),
        ["flinstones"] = (512, 35_768_575),
        ["foreman"] = (256, 10_191_886),
        ["house"] = (256, 9_045_482),
        ["lena256"] = (256, 8_129_802),
        ["peppers256"] = (256, 8_067_749),
    };

    [SkippableFact]
    public void Its_eleven_images_have_the_known_sizes_and_sums()
    {
        var (signals, _) = Load();
        using (signals)
        {
            Assert.Equal(Known.Keys.Order(StringComparer.Ordinal), signals.TestImages!.Select(i => i.Name));
            foreach (var image in signals.TestImages!)
            {
                Assert.Equal((Known[image.Name].Side, Known[image.Name].Side), (image.Height, image.Width));
                Assert.Equal(Known[image.Name].Sum, Assembled.Bytes(signals.Test, image, signals.Shape).Sum(b => (long)b));
            }

            // ⌈256 / 33⌉ = 8, ⌈512 / 33⌉ = 16.
            Assert.Equal((9 * 64) + (2 * 256), signals.Test.shape[0]);
            Assert.Equal([20_000, 1089], signals.Train.shape);
            Assert.Equal("train400: BSD, non-commercial research; set11: none stated (classic test images)", signals.Licence);
        }
    }

    // Their palette is the grey ramp: what is stored is what is meant, and these two store it uncompressed in one piece.
    [SkippableTheory]
    [InlineData("Parrots")]
    [InlineData("foreman")]
    public void A_palette_image_is_the_bytes_of_its_file(string name)
    {
        var (signals, folder) = Load();
        using (signals)
        {
            var pixels = Assembled.Bytes(signals.Test, signals.TestImages!.Single(i => i.Name == name), signals.Shape);
            Assert.True(File.ReadAllBytes(Path.Combine(folder, "set11", name + ".tif")).AsSpan().IndexOf(pixels) > 0);
        }
    }

    // 32 divides 256 and 512: there is no block of zeros.
    [SkippableFact]
    public void Whole_numbers_of_blocks_are_not_padded()
    {
        var (signals, _) = Load(new ImageFolderOptions { Block = 32, Crops = 1 });
        using (signals)
            Assert.Equal((9 * 64) + (2 * 256), signals.Test.shape[0]);
    }

    [SkippableFact]
    public void Whole_training_images_are_a_grid_of_one_block_each()
    {
        var (signals, _) = Load(new ImageFolderOptions { Block = 180, Stride = 180 });
        using (signals)
        {
            Assert.Equal([400, 180 * 180], signals.Train.shape);
            Assert.Equal((9 * 2 * 2) + (2 * 3 * 3), signals.Test.shape[0]);
        }
    }

    private static (SignalSet Signals, string Folder) Load(ImageFolderOptions? options = null)
    {
        var folder = Environment.GetEnvironmentVariable("UNFOLD_DATA");
        Skip.If(string.IsNullOrEmpty(folder) || !Directory.Exists(Path.Combine(folder!, "set11")) || !Directory.Exists(Path.Combine(folder!, "train400")), "UNFOLD_DATA has no folders set11 and train400");
        return (new ImageFolder(options ?? new ImageFolderOptions()).Load(new DatasetContext([folder!], 1)), folder!);
    }
}
