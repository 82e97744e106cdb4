using System.ComponentModel.DataAnnotations;

namespace Unfold.Datasets;

/// <summary>Options of <see cref="Cifar10"/>.</summary>
public sealed record Cifar10Options : IValidatableObject
{
    /// <summary>The rows of a whole training set.</summary>
    internal const int OfficialRows = 50_000;

    /// <summary>The rows of the whole test batch.</summary>
    internal const int OfficialTestRows = 10_000;

    /// <summary>Training images: a seeded sample of so many; null for all that the files hold.</summary>
    [Range(1, OfficialRows)]
    public int? Train { get; init; }

    /// <summary>Test images: a seeded sample of so many; null for all that the file holds.</summary>
    [Range(1, OfficialTestRows)]
    public int? Test { get; init; }

    /// <summary>
    /// Whether images are turned into grey ones, n = 1,024, by the luma of ITU-R BT.601 (as torchvision's Grayscale does it); else they
    /// have three channels, n = 3,072.
    /// </summary>
    public bool Greyscale { get; init; } = true;

    /// <summary>
    /// Declares that the training batches are a part of the data set, of so many rows together. Null: the whole set, 50,000 rows in five
    /// batches, each with its published SHA-256. A part has no published checksum; its content's own is recorded with the run.
    /// </summary>
    [Range(1, OfficialRows)]
    public int? Rows { get; init; }

    /// <summary>Declares that the test batch is a part of the data set, of so many rows. Null: the whole batch, 10,000 rows.</summary>
    [Range(1, OfficialTestRows)]
    public int? TestRows { get; init; }

    /// <summary>The folder's name under a data folder.</summary>
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    public string Folder { get; init; } = "cifar10";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Train > (Rows ?? OfficialRows))
            yield return new ValidationResult($"{Train} training images cannot be drawn from {Rows} rows", [nameof(Train)]);
        if (Test > (TestRows ?? OfficialTestRows))
            yield return new ValidationResult($"{Test} test images cannot be drawn from {TestRows} rows", [nameof(Test)]);
    }
}
