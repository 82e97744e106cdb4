using System.Security.Cryptography;
using TorchSharp;

namespace Unfold.Datasets;

/// <summary>
/// CIFAR-10 (Krizhevsky 2009): 32×32 images of ten classes, read from the official binary batches or from the official archive of them,
/// cifar-10-binary.tar.gz. Labels are checked and not kept: a signal is all that compressed sensing needs. Networks see (pixel − ½)/½.
/// </summary>
/// <param name="options">The options.</param>
[Component("cifar10")]
public sealed class Cifar10(Cifar10Options options) : IDataset, IFetchableDataset
{
    private static readonly PixelScale Scale = new(0, 1, 0.5, 0.5);

    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public string FolderName => options.Folder;

    /// <inheritdoc/>
    public IReadOnlyList<DataFile> Files => [Cifar10Files.Archive];

    /// <inheritdoc/>
    /// <exception cref="UnfoldException">UFD001: a file is missing; UFD002 to UFD005: it is damaged, or holds other counts than declared.</exception>
    public SignalSet Load(DatasetContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var source = Cifar10Source.Find(options.Folder, context.DataFolders);
        var train = Cifar10Rows.Train(source, options.Rows);
        var test = Cifar10Rows.Test(source, options.TestRows);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(train);
        hash.AppendData(test);
        return new SignalSet
        {
            Train = Sample(train, options.Train, context.Seed, stream: 1),
            Test = Sample(test, options.Test, context.Seed, stream: 2),
            Shape = new SignalShape(options.Greyscale ? 1 : Cifar10Rows.Channels, Cifar10Rows.Side, Cifar10Rows.Side),
            Scale = Scale,
            Licence = "none stated; cite Krizhevsky 2009",
            ContentSha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
        };
    }

    /// <summary>Images in [0, 1], [count, n].</summary>
    private torch.Tensor Sample(byte[] rows, int? asked, ulong seed, ulong stream)
    {
        var total = rows.Length / Cifar10Rows.RowLength;
        var count = asked ?? total;
        var length = (options.Greyscale ? 1 : Cifar10Rows.Channels) * Cifar10Rows.Side * Cifar10Rows.Side;
        var pixels = new byte[count * length];
        var indices = SeededSample.Of(total, count, new SplitMix64(seed ^ (stream << 62)));
        for (var i = 0; i < count; i++)
        {
            var colours = Cifar10Rows.Pixels(rows, indices[i]);
            var target = pixels.AsSpan(i * length, length);
            if (options.Greyscale)
                Luma.Of(colours, target);
            else
                colours.CopyTo(target);
        }

        using var scope = torch.NewDisposeScope();
        return torch.tensor(pixels, dtype: torch.uint8).reshape(count, length).to(torch.float32).div_(255).MoveToOuterDisposeScope();
    }
}
