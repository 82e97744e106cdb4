using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TorchSharp;

namespace Unfold.Engine.Seeds;

/// <summary>
/// Named random streams from one root seed. A stream is keyed by purpose, epoch and step, so any step can be replayed without
/// stored generator state, and adding a stream never shifts another.
/// </summary>
/// <param name="root">The run's seed.</param>
public sealed class SeedStreams(long root)
{
    /// <summary>The seed of a stream; 63 bits, so that it is also a valid signed seed.</summary>
    /// <param name="purpose">One of <see cref="SeedPurpose"/>.</param>
    /// <param name="epoch">The epoch, 0 where there is none.</param>
    /// <param name="step">The step or batch, 0 where there is none.</param>
    public ulong Seed(string purpose, long epoch = 0, long step = 0)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        var name = Encoding.UTF8.GetBytes(purpose);
        Span<byte> key = stackalloc byte[24 + name.Length];
        BinaryPrimitives.WriteInt64LittleEndian(key, root);
        BinaryPrimitives.WriteInt64LittleEndian(key[8..], epoch);
        BinaryPrimitives.WriteInt64LittleEndian(key[16..], step);
        name.CopyTo(key[24..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash) >> 1;
    }

    /// <summary>A generator at the start of a stream.</summary>
    public torch.Generator Generator(string purpose, long epoch = 0, long step = 0, torch.Device? device = null) =>
        new(Seed(purpose, epoch, step), device ?? torch.CPU);
}
