using System.Security.Cryptography;
using TorchSharp;

namespace Unfold.Datasets;

/// <summary>
/// Grey images from folders, for block-based compressed sensing (Gan 2007; ISTA-Net, Zhang and Ghanem 2018): a signal is a block of B×B pixels in [0, 1]. Training blocks
/// are crops; test images of any size are tiled, with zeros beyond the right and lower edge, reconstructed block by block, and judged whole. Colour is turned into
/// the luma of BT.601, the field's "Y channel". Networks see pixels as they are.
/// </summary>
/// <param name="options">The options.</param>
[Component("image-folder")]
public sealed class ImageFolder(ImageFolderOptions options) : IDataset
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    /// <exception cref="UnfoldException">
    /// UFD001: a folder is missing or empty; UFD003 or UFD004: a file is damaged or no image; UFD011: an image is smaller than a training block, or blocks are too many.
    /// </exception>
    public SignalSet Load(DatasetContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        List<GreyImage> Read(string folder) => ImageFiles.Read(folder, options.Pattern, context, hash);
        var blocks = new TrainingBlocks(Read(options.Train), options.Block);
        var validation = options.Validation is null ? null : Read(options.Validation);
        var (test, testImages) = Tiling.Of(Read(options.Test), options.Block);
        var (held, heldImages) = validation is null ? default : Tiling.Of(validation, options.Block);
        return new SignalSet
        {
            Train = options.Stride is { } stride ? blocks.Grid(stride) : blocks.Random(options.Crops, new SplitMix64(context.Seed ^ (1UL << 62))),
            Redraw = options.Fresh ? generator => blocks.Random(options.Crops, new SplitMix64(SeedOf(generator))) : null,
            Validation = held,
            ValidationImages = heldImages,
            Test = test,
            TestImages = testImages,
            Shape = new SignalShape(1, options.Block, options.Block),
            Scale = new PixelScale(0, 1, 0, 1),
            Licence = string.Join("; ", new[] { options.Train, options.Validation, options.Test }.OfType<string>().Distinct(StringComparer.Ordinal).Select(folder => $"{folder}: {LicenceOf(folder)}")),
            ContentSha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
        };
    }

    private static ulong SeedOf(torch.Generator generator)
    {
        using var drawn = torch.randint(long.MaxValue, [1], dtype: torch.int64, generator: generator);
        return (ulong)drawn.item<long>();
    }

    private static string LicenceOf(string folder) => folder switch
    {
        "set11" => "none stated (classic test images)",
        "train400" => "BSD, non-commercial research",
        _ => "not known",
    };
}
