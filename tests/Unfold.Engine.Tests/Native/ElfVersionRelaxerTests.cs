using Unfold.Build;

namespace Unfold.Engine.Tests;

public sealed class ElfVersionRelaxerTests
{
    private const string Version = "GLIBCXX_3.4.32";

    [Fact]
    public void The_one_record_becomes_weak_and_nothing_else_changes()
    {
        var image = SmallElf.Requiring("GLIBC_2.34", Version, "GLIBCXX_3.4.30");
        var before = (byte[])image.Clone();
        var relaxed = ElfVersionRelaxer.Relax(image, Version)!;
        Assert.Equal(before, image);
        Assert.Equal(1, image.Zip(relaxed).Count(pair => pair.First != pair.Second));
        Assert.Equal([("GLIBC_2.34", false), (Version, true), ("GLIBCXX_3.4.30", false)], ElfVersionRelaxer.Requirements(relaxed).Select(r => (r.Name, r.IsWeak)));
    }

    [Fact]
    public void Where_the_record_is_absent_or_weak_there_is_nothing_to_do()
    {
        Assert.Null(ElfVersionRelaxer.Relax(SmallElf.Requiring("GLIBC_2.34"), Version));
        Assert.Null(ElfVersionRelaxer.Relax(ElfVersionRelaxer.Relax(SmallElf.Requiring(Version), Version)!, Version));
    }

    [Fact]
    public void Something_else_is_left_alone()
    {
        var image = SmallElf.Requiring(Version);
        Assert.Null(ElfVersionRelaxer.Relax([], Version));
        Assert.Null(ElfVersionRelaxer.Relax("this is text, and no library at all; long enough to hold a header of 64 bytes"u8.ToArray(), Version));
        Assert.Null(ElfVersionRelaxer.Relax(image[..^70], Version));
    }
}
