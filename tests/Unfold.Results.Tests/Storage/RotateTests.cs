namespace Unfold.Results.Tests;

public sealed class RotateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Last => _folder["checkpoints", "last"];

    private string Previous => _folder["checkpoints", "last-1"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_last_two_are_kept_and_nothing_else()
    {
        Rotate("one");
        Assert.Equal([Last], Files());
        Rotate("two");
        Rotate("three");
        Assert.Equal(("three", "two"), (File.ReadAllText(Last), File.ReadAllText(Previous)));
        Assert.Equal([Last, Previous], Files());
    }

    [Fact]
    public void After_a_crash_between_the_renames_the_previous_one_stays()
    {
        Rotate("one");
        Rotate("two");
        File.Delete(Last);
        Rotate("three");
        Assert.Equal(("three", "one"), (File.ReadAllText(Last), File.ReadAllText(Previous)));
    }

    [Theory]
    [InlineData(typeof(IOException), typeof(ResultsException))]
    [InlineData(typeof(InvalidOperationException), typeof(InvalidOperationException))]
    [InlineData(typeof(OperationCanceledException), typeof(OperationCanceledException))]
    public void Where_writing_fails_both_stay_as_they_were(Type thrown, Type seen)
    {
        Rotate("one");
        Rotate("two");
        Assert.IsType(seen, Record.Exception(() => AtomicFile.Rotate(Last, Previous, stream =>
        {
            stream.Write("half"u8);
            stream.Flush();
            throw (Exception)Activator.CreateInstance(thrown)!;
        })));
        Assert.Equal(("two", "one"), (File.ReadAllText(Last), File.ReadAllText(Previous)));
        Assert.Equal([Last, Previous], Files());
    }

    [Fact]
    public void While_it_is_written_both_are_there_under_their_names()
    {
        Rotate("one");
        Rotate("two");
        AtomicFile.Rotate(Last, Previous, _ =>
        {
            Assert.Equal(("two", "one"), (File.ReadAllText(Last), File.ReadAllText(Previous)));
            Assert.EndsWith(".tmp", Assert.Single(Files().Except([Last, Previous])), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_folder_in_the_way_is_a_coded_error_and_the_file_stays()
    {
        Rotate("one");
        Directory.CreateDirectory(Previous);
        Assert.Equal("UFR001", Assert.Throws<ResultsException>(() => Rotate("two")).Code);
        Assert.Equal("one", File.ReadAllText(Last));
        Assert.Equal([Last, Previous], Files());
    }

    [Theory]
    [InlineData("checkpoints/last")]
    [InlineData("last-1")]
    public void The_previous_name_is_another_one_in_the_same_folder(string previous) =>
        Assert.Throws<ArgumentException>(() => AtomicFile.Rotate(Last, _folder[previous], stream => stream.Write("x"u8)));

    private void Rotate(string text) => AtomicFile.Rotate(Last, Previous, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    private IEnumerable<string> Files() => Directory.GetFileSystemEntries(_folder["checkpoints"]).Order(StringComparer.Ordinal);
}
