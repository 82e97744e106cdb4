using System.Runtime.InteropServices;
using System.Security.Cryptography;
using TorchSharp;
using Unfold;

namespace PluginNamespace;

/// <summary>Generated grey images: soft round blobs on black. The same options and seed give the same pixels on every machine.</summary>
/// <param name="options">The options.</param>
[Component("plugin-id")]
public sealed class PluginClassDataset(PluginClassOptions options) : IDataset
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public SignalSet Load(DatasetContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (train, test) = (Draw(context, options.Train, first: 0), Draw(context, options.Test, first: options.Train));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes<float>(train));
        hash.AppendData(MemoryMarshal.AsBytes<float>(test));
        return new SignalSet
        {
            Train = torch.tensor(train, options.Train, options.Size * options.Size),
            Test = torch.tensor(test, options.Test, options.Size * options.Size),
            Shape = new SignalShape(1, options.Size, options.Size),
            // Networks see (pixel − mean) / standard deviation; these are near those of the defaults.
            Scale = new PixelScale(0, 1, 0.2, 0.25),
            Licence = "MIT (generated)",
            ContentSha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
        };
    }

    private float[] Draw(DatasetContext context, int count, int first)
    {
        var length = options.Size * options.Size;
        var pixels = new float[count * length];
        for (var i = 0; i < count; i++)
        {
            // A run that is asked to stop waits for its data set.
            context.Cancellation.ThrowIfCancellationRequested();
            // A seed for every image: how many there are changes none of them.
            Paint(new Random(Seed(context.Seed, first + i)), pixels.AsSpan(i * length, length));
        }

        return pixels;
    }

    private void Paint(Random random, Span<float> pixels)
    {
        for (var blob = 0; blob < options.Blobs; blob++)
        {
            var (row, column) = (random.NextDouble() * options.Size, random.NextDouble() * options.Size);
            var (height, width) = (0.3 + (0.7 * random.NextDouble()), options.Size * (0.05 + (0.1 * random.NextDouble())));
            for (var i = 0; i < pixels.Length; i++)
            {
                var (down, right) = ((i / options.Size) - row, (i % options.Size) - column);
                pixels[i] = Math.Min(1, pixels[i] + (float)(height * Math.Exp(-((down * down) + (right * right)) / (2 * width * width))));
            }
        }
    }

    // The first bytes of a hash: seeds that are near each other give streams that have nothing in common.
    private static int Seed(ulong seed, int image)
    {
        Span<byte> key = stackalloc byte[12];
        BitConverter.TryWriteBytes(key, seed);
        BitConverter.TryWriteBytes(key[8..], image);
        return BitConverter.ToInt32(SHA256.HashData(key)) & int.MaxValue;
    }
}
