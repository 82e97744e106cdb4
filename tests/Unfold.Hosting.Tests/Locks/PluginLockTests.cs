namespace Unfold.Hosting.Tests;

public sealed class PluginLockTests : IDisposable
{
    private readonly HostFolder _folder = new("Good", "MissingDependency", "WrongContract");
    private readonly string _file;

    public PluginLockTests()
    {
        _file = Path.Combine(_folder.Path, PluginLock.FileName);
        File.WriteAllText(_file, PluginLock.Of(_folder.Open().Plugins).Write());
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_names_the_active_plugins_with_version_and_hash_in_one_order()
    {
        var host = _folder.Open();
        var written = PluginLock.Read(_file);

        Assert.Equal(["Good", "MissingDependency"], written.Plugins.Keys);
        Assert.Equal((host.Plugins[0].Sha256, "0.1.0.0"), (written.Plugins["Good"].Sha256, written.Plugins["Good"].Version));
        Assert.Equal(["Companion.dll", "MissingDependency.deps.json"], written.Plugins["MissingDependency"].Files!.Keys);
        Assert.Equal(File.ReadAllText(_file), PluginLock.Of(host.Plugins.Reverse()).Write());
        Assert.DoesNotContain('\r', File.ReadAllText(_file));
    }

    [Fact]
    public void Plugins_as_they_were_pass() => Check(_folder.Open());

    [Fact]
    public void A_plugin_that_is_gone_or_switched_off_is_no_danger()
    {
        _folder.WithFile("Good", "disabled", "");

        Check(_folder.Open());
    }

    [Fact]
    public void A_plugin_that_is_not_in_it_is_refused_with_its_hash()
    {
        TemporaryFolder.Copy(Fixture.Plugin("StaticThrow"), _folder.Plugin("StaticThrow"));
        var host = _folder.Open();

        Assert.Equal(
            $"not as {_file} says: plugin StaticThrow is not in it (version 0.1.0.0, SHA-256 {host.Plugins.Single(p => p.Name == "StaticThrow").Sha256})",
            Refusal(host).Message);
    }

    [Fact]
    public void A_plugin_of_a_further_folder_counts_too()
    {
        using var elsewhere = new TemporaryFolder();
        TemporaryFolder.Copy(Fixture.Plugin("StaticThrow"), elsewhere["StaticThrow"]);

        var refusal = Refusal(_folder.Open(search => search with { Folders = [elsewhere.Path] }));

        Assert.Contains("plugin StaticThrow is not in it", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_that_changed_is_refused_with_both_hashes()
    {
        var before = _folder.Open().Plugins[0].Sha256;
        // Bytes after the end of an assembly change nothing but its hash.
        File.AppendAllText(_folder.Plugin("Good", "Good.dll"), " ");
        var host = _folder.Open();

        var refusal = Refusal(host);

        Assert.Contains($"plugin Good has version 0.1.0.0 with SHA-256 {host.Plugins[0].Sha256}, expected version 0.1.0.0 with {before}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("unfold plugins lock", refusal.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_libraries_in_its_folder_are_of_the_plugin_and_all_that_differ_are_told()
    {
        File.AppendAllText(_folder.Plugin("MissingDependency", "Companion.dll"), " ");
        _folder.WithFile("MissingDependency", "runtimes/libx.so.3", "native");

        var refusal = Refusal(_folder.Open());

        Assert.Contains("plugin MissingDependency has Companion.dll with SHA-256", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("plugin MissingDependency has runtimes/libx.so.3 with SHA-256", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".hidden.so")]
    [InlineData(".hidden/Companion.dll")]
    [InlineData("more/Companion.deps.json")]
    public void Hidden_libraries_and_lists_of_dependencies_are_of_the_plugin_too(string file)
    {
        _folder.WithFile("Good", file, "{}");

        Assert.Contains($"plugin Good has {file} with SHA-256", Refusal(_folder.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_dependencies_that_changed_is_refused()
    {
        File.AppendAllText(_folder.Plugin("Good", "Good.deps.json"), " ");

        Assert.Contains("plugin Good has Good.deps.json with SHA-256", Refusal(_folder.Open()).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void What_cannot_be_read_is_not_passed_over()
    {
        Skip.If(OperatingSystem.IsWindows(), "links take rights there");
        File.CreateSymbolicLink(_folder.Plugin("Good", "libx.so"), "nowhere");

        Assert.Contains("plugin Good cannot be read whole", Refusal(_folder.Open()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "is no lock")]
    [InlineData("{ \"schema\": 1 }", "no object 'plugins'")]
    [InlineData("{ \"schema\": 2, \"plugins\": {} }", "has schema 2, this host reads 1")]
    [InlineData("{ \"schema\": 1, \"plugins\": { \"Good\": { \"version\": \"1.0\" } } }", "'Good' has no version and sha256")]
    [InlineData("{ \"schema\": 1, \"plugins\": { \"Good\": [] } }", "is no lock")]
    public void A_damaged_lock_allows_nothing(string text, string reason)
    {
        File.WriteAllText(_file, text);

        var refusal = Refusal(_folder.Open());

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_there_is_no_lock()
    {
        File.Delete(_file);

        Assert.Contains($"there is no {_file}", Refusal(_folder.Open()).Message, StringComparison.Ordinal);
    }

    private void Check(PluginHost host) => PluginLock.Read(_file).Check(host.Plugins, _file);

    private UnfoldException Refusal(PluginHost host)
    {
        var refusal = Assert.Throws<UnfoldException>(() => Check(host));
        Assert.Equal("UFP022", refusal.Code);
        return refusal;
    }
}
