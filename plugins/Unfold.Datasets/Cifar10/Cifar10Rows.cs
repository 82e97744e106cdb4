using System.Security.Cryptography;

namespace Unfold.Datasets;

/// <summary>The rows of batches: a byte of label, then planes of red, green and blue, row by row.</summary>
internal static class Cifar10Rows
{
    public const int Channels = 3;
    public const int Side = 32;
    public const int RowLength = 1 + (Channels * Side * Side);
    public const string FetchAgain = "delete it and download it again with 'unfold data fetch cifar10'";

    private const int RowsOfBatch = 10_000;
    private const int Classes = 10;

    /// <summary>The rows of the training batches, in the order of their numbers.</summary>
    /// <param name="source">Where they are.</param>
    /// <param name="declared">How many rows they have together where they are a part; null for the whole set.</param>
    public static byte[] Train(Cifar10Source source, int? declared)
    {
        var batches = Cifar10Files.TrainBatches;
        var rows = (declared is null ? batches : batches.Where(source.Batches.ContainsKey)).SelectMany(name => Read(source, name, isPart: declared is not null)).ToArray();
        return Counted(rows, source.Place, "training batches", "rows", declared);
    }

    /// <summary>The rows of the test batch.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="declared">How many rows it has where it is a part; null for the whole batch.</param>
    public static byte[] Test(Cifar10Source source, int? declared) =>
        Counted(Read(source, Cifar10Files.TestBatch, isPart: declared is not null), source.Place, "test batch", "testRows", declared);

    /// <summary>The colours of a row, without its label.</summary>
    public static ReadOnlySpan<byte> Pixels(byte[] rows, int index) => rows.AsSpan((index * RowLength) + 1, RowLength - 1);

    /// <exception cref="UnfoldException">UFD001 to UFD005.</exception>
    private static byte[] Read(Cifar10Source source, string name, bool isPart)
    {
        if (!source.Batches.TryGetValue(name, out var read))
            throw new UnfoldException("UFD001", $"{name} is not in {source.Place}", "download the data set with 'unfold data fetch cifar10'; of a part of it, declare the rows");
        var content = read();
        var path = Path.Combine(source.Place, name);
        if (content.Length % RowLength != 0)
            throw new UnfoldException("UFD003", $"{path} is cut off: {content.Length} bytes are {content.Length / RowLength} rows of {RowLength} bytes and {content.Length % RowLength} more", FetchAgain);
        for (var row = 0; row < content.Length / RowLength; row++)
        {
            if (content[row * RowLength] >= Classes)
                throw new UnfoldException("UFD004", $"{path} does not hold rows of CIFAR-10: row {row} has the label {content[row * RowLength]}, labels are 0 to {Classes - 1}", FetchAgain);
        }

        if (!isPart)
            RequirePublished(content, path, name);
        return content;
    }

    private static void RequirePublished(byte[] content, string path, string name)
    {
        if (content.Length != RowsOfBatch * RowLength)
        {
            throw new UnfoldException(
                "UFD005",
                $"{path} holds {content.Length / RowLength} rows; the published batch has {RowsOfBatch}",
                "download the data set with 'unfold data fetch cifar10'; where a part is meant, declare its size with the dataset's options rows and testRows");
        }

        var received = Convert.ToHexStringLower(SHA256.HashData(content));
        if (received != Cifar10Files.Published(name))
            throw new UnfoldException("UFD002", $"{path} is not the published file: its SHA-256 is {received}, published was {Cifar10Files.Published(name)}", FetchAgain);
    }

    private static byte[] Counted(byte[] rows, string place, string what, string option, int? declared)
    {
        var found = rows.Length / RowLength;
        return declared is null || found == declared
            ? rows
            : throw new UnfoldException("UFD005", $"the {what} in {place} hold {found} rows; declared are {declared}", $"correct the dataset's option {option}, or complete the files");
    }
}
