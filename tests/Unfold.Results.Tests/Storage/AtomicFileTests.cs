namespace Unfold.Results.Tests;

public sealed class AtomicFileTests
{
    [Fact]
    public void A_file_is_replaced_whole_and_nothing_else_is_left()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder["a.json"], "first, and longer");
        AtomicFile.Write(folder["a.json"], "µ");
        Assert.Equal([0xc2, 0xb5], File.ReadAllBytes(folder["a.json"]));
        Assert.Equal([folder["a.json"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Where_it_cannot_be_written_the_error_has_a_code_and_nothing_is_left()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["a.json"]);
        Assert.Equal("UFR001", Assert.Throws<ResultsException>(() => AtomicFile.Write(folder["a.json"], "text")).Code);
        Assert.Equal([folder["a.json"]], Directory.GetFileSystemEntries(folder.Path));
        AtomicFile.Write(folder["b"], "a file");
        Assert.Equal("UFR001", Assert.Throws<ResultsException>(() => AtomicFile.Write(folder["b", "a.json"], "text")).Code);
    }

    [Fact]
    public void A_missing_folder_is_made()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder["none", "a.json"], "text");
        Assert.Equal("text", File.ReadAllText(folder["none", "a.json"]));
    }
}
