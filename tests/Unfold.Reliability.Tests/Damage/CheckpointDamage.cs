namespace Unfold.Reliability.Tests;

/// <summary>What disks, copies and people do to files.</summary>
internal static class CheckpointDamage
{
    /// <summary>The content with one byte changed.</summary>
    public static byte[] Flipped(byte[] content, Random random)
    {
        byte[] damaged = [.. content];
        damaged[random.Next(content.Length)] ^= (byte)random.Next(1, 256);
        return damaged;
    }

    /// <summary>The content without its end.</summary>
    public static byte[] Cut(byte[] content, Random random) => content[..random.Next(content.Length)];
}
