using System.Security.Cryptography;
using TorchSharp;

namespace Unfold.Datasets;

/// <summary>
/// MNIST (LeCun, Cortes, Burges): 28×28 grey images of handwritten digits, read from the four published idx files, gzipped or plain, in a
/// folder <c>mnist</c> of a data folder. Labels are not read: a signal is all that compressed sensing needs.
/// </summary>
[Component("mnist")]
public sealed class Mnist : IDataset, IFetchableDataset
{
    // Mean and standard deviation of a pixel of the training images, as is customary.
    private static readonly PixelScale Scale = new(0, 1, 0.1307, 0.3081);

    private readonly MnistOptions _options;

    /// <param name="options">The options.</param>
    public Mnist(MnistOptions options) => _options = options;

    /// <inheritdoc/>
    public object Options => _options;

    /// <inheritdoc/>
    public string FolderName => MnistFiles.Folder;

    /// <inheritdoc/>
    public IReadOnlyList<DataFile> Files => [.. MnistFiles.All.Select(f => f.Published)];

    /// <inheritdoc/>
    /// <exception cref="UnfoldException">UFD001: a file is missing; UFD002 to UFD005: it is damaged.</exception>
    public SignalSet Load(DatasetContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var train = IdxFile.Open(MnistFiles.TrainImages, context.DataFolders);
        var test = IdxFile.Open(MnistFiles.TestImages, context.DataFolders);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(train.Pixels);
        hash.AppendData(test.Pixels);
        return new SignalSet
        {
            Train = Sample(train, _options.Train, context.Seed, stream: 1),
            Test = Sample(test, _options.Test, context.Seed, stream: 2),
            Shape = new SignalShape(1, train.Rows, train.Columns),
            Scale = Scale,
            Licence = "CC BY-SA 3.0",
            ContentSha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
        };
    }

    /// <summary>Images in [0, 1], [count, rows·columns].</summary>
    private static torch.Tensor Sample(IdxImages images, int count, ulong seed, ulong stream)
    {
        var length = images.Rows * images.Columns;
        var indices = SeededSample.Of(images.Count, count, new SplitMix64(seed ^ (stream << 62)));
        var pixels = new byte[count * length];
        for (var i = 0; i < count; i++)
            images.Pixels.AsSpan(indices[i] * length, length).CopyTo(pixels.AsSpan(i * length));
        using var scope = torch.NewDisposeScope();
        return torch.tensor(pixels, dtype: torch.uint8).reshape(count, length).to(torch.float32).div_(255).MoveToOuterDisposeScope();
    }
}
