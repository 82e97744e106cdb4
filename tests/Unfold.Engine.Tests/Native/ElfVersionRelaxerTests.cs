using System.Text;
using Unfold.Build;

namespace Unfold.Engine.Tests;

public sealed class ElfVersionRelaxerTests : IDisposable
{
    private const string Version = "GLIBCXX_3.4.32";

    private readonly TemporaryFolder _folder = new();

    private static byte[] Library => ElfLibrary.Of(("libm.so.6", ["GLIBC_2.29"]), ("libstdc++.so.6", ["GLIBCXX_3.4.30", Version, "CXXABI_1.3.13"]));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_requirement_is_read_with_its_name()
    {
        var requirements = ElfVersionRelaxer.Requirements(Library);
        Assert.Equal(["GLIBC_2.29", "GLIBCXX_3.4.30", Version, "CXXABI_1.3.13"], requirements.Select(r => r.Name));
        Assert.All(requirements, r => Assert.False(r.IsWeak));
    }

    [Fact]
    public void One_bit_changes_and_it_is_the_weak_flag_of_that_record()
    {
        var (before, after) = (Library, ElfVersionRelaxer.Relax(Library, Version)!);
        var changed = Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]).ToList();
        // libm's record and its version, libstdc++'s record, one version before: flags stand 4 bytes into the next.
        Assert.Equal([64 + 32 + 16 + 16 + 4], changed);
        Assert.Equal((0, 2), (before[changed[0]], after[changed[0]]));
        Assert.Equal([Version], ElfVersionRelaxer.Requirements(after).Where(r => r.IsWeak).Select(r => r.Name));
    }

    [Theory]
    [InlineData("GLIBCXX_3.4.31")]
    [InlineData("GLIBCXX_3.4.3")]
    public void There_is_nothing_to_change_where_the_record_is_absent(string version) =>
        Assert.Null(ElfVersionRelaxer.Relax(Library, version));

    [Fact]
    public void There_is_nothing_to_change_where_it_is_weak_already() =>
        Assert.Null(ElfVersionRelaxer.Relax(ElfVersionRelaxer.Relax(Library, Version)!, Version));

    [Fact]
    public void A_library_without_requirements_is_left_alone() => Assert.Null(ElfVersionRelaxer.Relax(ElfLibrary.Of(), Version));

    [Fact]
    public void The_copy_is_a_file_of_its_own_and_the_source_stays_as_it_was()
    {
        var (source, copy) = (_folder.Of("source.so"), _folder.Of("obj/copy.so"));
        File.WriteAllBytes(source, Library);

        Assert.True(ElfVersionRelaxer.WriteRelaxed(source, copy, Version));

        Assert.Equal(Library, File.ReadAllBytes(source));
        Assert.Equal(ElfVersionRelaxer.Relax(Library, Version), File.ReadAllBytes(copy));
        File.AppendAllText(copy, "grown");
        Assert.Equal(Library.Length, new FileInfo(source).Length);
    }

    [Fact]
    public void A_link_to_the_source_is_replaced_and_not_written_through()
    {
        var (source, copy) = (_folder.Of("source.so"), _folder.Of("copy.so"));
        File.WriteAllBytes(source, Library);
        File.CreateSymbolicLink(copy, source);

        ElfVersionRelaxer.WriteRelaxed(source, copy, Version);

        Assert.Null(new FileInfo(copy).LinkTarget);
        Assert.Equal(Library, File.ReadAllBytes(source));
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void Without_the_record_the_copy_is_the_source_byte_for_byte()
    {
        var (source, copy) = (_folder.Of("source.so"), _folder.Of("copy.so"));
        File.WriteAllBytes(source, Library);
        Assert.False(ElfVersionRelaxer.WriteRelaxed(source, copy, "GLIBCXX_9.9"));
        Assert.Equal(Library, File.ReadAllBytes(copy));
    }

    [Fact]
    public void What_is_no_library_is_refused_plainly_and_nothing_is_written()
    {
        var (source, copy) = (_folder.Of("source.so"), _folder.Of("copy.so"));
        File.WriteAllBytes(source, Encoding.ASCII.GetBytes("<html>" + new string(' ', 100)));
        var error = Assert.Throws<InvalidDataException>(() => ElfVersionRelaxer.WriteRelaxed(source, copy, Version));
        Assert.Equal("this is no little-endian ELF64 library", error.Message);
        Assert.False(File.Exists(copy));
    }

    [Theory]
    [InlineData(70)]
    [InlineData(150)]
    [InlineData(300)]
    public void A_truncated_library_is_damaged_and_not_half_read(int length) =>
        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => ElfVersionRelaxer.Relax(Library[..length], Version)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_library_of_this_build_asks_for_it_weakly_or_not_at_all()
    {
        var bridge = Directory.EnumerateFiles(AppContext.BaseDirectory, "libLibTorchSharp.so", SearchOption.AllDirectories).Single();
        Assert.DoesNotContain(ElfVersionRelaxer.Requirements(File.ReadAllBytes(bridge)), r => r.Name == Version && !r.IsWeak);
    }
}
