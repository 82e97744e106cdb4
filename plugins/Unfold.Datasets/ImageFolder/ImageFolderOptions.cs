using System.ComponentModel.DataAnnotations;

namespace Unfold.Datasets;

/// <summary>Options of <see cref="ImageFolder"/>.</summary>
public sealed record ImageFolderOptions : IValidatableObject
{
    private const string FolderName = "^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$";

    /// <summary>The folder of the training images, under a data folder.</summary>
    [RegularExpression(FolderName)]
    public string Train { get; init; } = "train400";

    /// <summary>The folder of the test images, under a data folder.</summary>
    [RegularExpression(FolderName)]
    public string Test { get; init; } = "set11";

    /// <summary>
    /// The folder of the validation images, which are evaluated whole, as test images are. Null: the engine carves validation blocks from the training blocks; they are
    /// of the same images then, and say little of others.
    /// </summary>
    [RegularExpression(FolderName)]
    public string? Validation { get; init; }

    /// <summary>
    /// Which files of a folder are taken, with <c>*</c> and <c>?</c>; case matters. Null: those with the extension of an image (png, tif, tiff, bmp, pgm, jpg, jpeg, in
    /// either case).
    /// </summary>
    [MinLength(1)]
    public string? Pattern { get; init; }

    /// <summary>B: height and width of a block, which is a signal: n = B².</summary>
    [Range(2, 1024)]
    public int Block { get; init; } = 33;

    /// <summary>Training blocks, cropped at seeded places: every place of every image is equally likely. Not used with <see cref="Stride"/>.</summary>
    [Range(1, 10_000_000)]
    public int Crops { get; init; } = 20_000;

    /// <summary>Takes every block of a regular grid for training instead, so many pixels apart: B for a tiling, 1 for all there are. Null: <see cref="Crops"/>.</summary>
    [Range(1, 1024)]
    public int? Stride { get; init; }

    /// <summary>Whether every epoch trains on crops of other places; figures on training signals are of the first draw.</summary>
    public bool Fresh { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var shared in SplitNames.Shared("images", Train, Test, Validation))
            yield return shared;
        if (Fresh && Stride is not null)
            yield return new ValidationResult("the blocks of a grid are the same in every epoch: 'fresh' needs random crops, without 'stride'", [nameof(Fresh)]);
        if (Stride is null && (long)Crops * Block * Block > Array.MaxLength)
            yield return new ValidationResult("so many crops of this size do not fit into memory as one array", [nameof(Crops)]);
    }
}
