using System.Security.Cryptography;
using Unfold.Engine.Data;

namespace Unfold.Engine.Tests;

public sealed class DataFetcherTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 31))];

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackServer _server = new();
    private readonly HttpClient _client = new();

    private string Target => Path.Combine(_folder.Path, "set", "file.gz");

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_file_arrives_whole_and_checked()
    {
        var told = new List<FetchProgress>();
        Fetch([_server.Put("good", Content)], told.Add);
        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal(new FetchProgress("file.gz", Content.Length, Content.Length), told[^1]);
        AssertNothingElse();
    }

    [Fact]
    public void A_file_that_is_there_is_not_asked_for_again()
    {
        Fetch([_server.Put("good", Content)]);
        Fetch([_server.Put("good", Content)]);
        Assert.Single(_server.Asked);
    }

    [Fact]
    public void A_damaged_file_that_is_there_is_replaced()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        File.WriteAllText(Target, "damaged");
        Fetch([_server.Put("good", Content)]);
        Assert.Equal(Content, File.ReadAllBytes(Target));
    }

    [Fact]
    public void The_next_mirror_is_asked_where_one_is_truncated_wrong_or_gone()
    {
        var wrong = (byte[])Content.Clone();
        wrong[0] ^= 1;
        Fetch(
        [
            _server.Put("gone", [], status: 404),
            _server.Put("short", Content[..1000]),
            _server.Put("broken-off", Content[..1000], announced: Content.Length),
            _server.Put("wrong", wrong),
            _server.Put("long", [.. Content, 1]),
            _server.Put("good", Content),
        ]);
        Assert.Equal(["gone", "short", "broken-off", "wrong", "long", "good"], _server.Asked);
        Assert.Equal(Content, File.ReadAllBytes(Target));
        AssertNothingElse();
    }

    [Fact]
    public void Where_all_mirrors_fail_each_is_named_with_its_reason_and_nothing_is_left()
    {
        var error = Assert.Throws<UnfoldException>(() => Fetch([_server.Put("gone", [], status: 404), _server.Put("short", Content[..1000])]));
        Assert.Equal("UFD006", error.Code);
        Assert.Contains("/gone: 404", error.Message, StringComparison.Ordinal);
        Assert.Contains("/short: 1000 bytes in place of 200000", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Cancelling_leaves_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Fetch([_server.Put("good", Content)], _ => cancellation.Cancel(), cancellation.Token));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told()
    {
        File.WriteAllText(_folder.Of("set"), "a file");
        Assert.Equal("UFD007", Assert.Throws<UnfoldException>(() => Fetch([_server.Put("good", Content)])).Code);
    }

    private void Fetch(Uri[] mirrors, Action<FetchProgress>? progress = null, CancellationToken cancellation = default) =>
        new DataFetcher(_client).Fetch(new Published(mirrors), _folder.Path, progress ?? (_ => { }), cancellation);

    private void AssertNothingElse() => Assert.Equal([Target], Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));

    private sealed class Published(Uri[] mirrors) : IFetchableDataset
    {
        public string FolderName => "set";

        public IReadOnlyList<DataFile> Files => [new DataFile("file.gz", Convert.ToHexStringLower(SHA256.HashData(Content)), Content.Length, mirrors)];
    }
}
