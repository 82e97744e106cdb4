using Unfold.Engine.Seeds;

namespace Unfold.Engine.Tests;

public sealed class SeedStreamsTests
{
    // The first eight bytes of SHA-256(42, 3, 7 as little-endian 64-bit integers, "step"), without the lowest bit; computed apart from this code.
    private const ulong FrozenStep = 3313479742474968593;

    [Fact]
    public void Streams_differ_by_root_purpose_epoch_and_step()
    {
        ulong[] seeds =
        [
            new SeedStreams(0).Seed(SeedPurpose.Step), new SeedStreams(1).Seed(SeedPurpose.Step), new SeedStreams(0).Seed(SeedPurpose.Init),
            new SeedStreams(0).Seed(SeedPurpose.Step, 1), new SeedStreams(0).Seed(SeedPurpose.Step, 0, 1), new SeedStreams(0).Seed(SeedPurpose.Step, 1, 1),
        ];
        Assert.Equal(seeds.Length, seeds.Distinct().Count());
    }

    // Frozen: another value here changes every figure that was ever reported.
    [Fact]
    public void Streams_stay_what_they_are() => Assert.Equal(FrozenStep, new SeedStreams(42).Seed(SeedPurpose.Step, 3, 7));
}
