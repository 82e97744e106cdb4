using Unfold.Cli.Conformance;

namespace Unfold.Conformance.Tests;

public sealed class PluginFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-folders-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_prebuilt_folder_is_loaded_as_it_lies()
    {
        var prebuilt = _folder.CreateSubdirectory("Ready").FullName;
        File.Copy(Path.Combine(Built.UnsoundOutput, "Unsound.dll"), Path.Combine(prebuilt, "Ready.dll"));
        using var folder = PluginFolder.Open(prebuilt);
        Assert.Equal((prebuilt, prebuilt, "Ready"), (folder.Named, folder.Loaded, folder.Name));
    }

    [Fact]
    public void A_project_and_a_builds_output_are_copied_into_a_folder_of_the_plugins_name()
    {
        foreach (var named in new[] { Built.Unsound, Built.UnsoundOutput })
        {
            string loaded;
            using (var folder = PluginFolder.Open(named))
            {
                loaded = folder.Loaded;
                Assert.Equal("Unsound", folder.Name);
                Assert.Equal(Path.GetFullPath(named), folder.Named);
                Assert.True(File.Exists(Path.Combine(loaded, "Unsound.dll")));
            }

            Assert.False(Directory.Exists(loaded));
        }
    }

    [Fact]
    public void A_folder_without_a_plugin_is_told()
    {
        var error = Assert.Throws<UnfoldException>(() => PluginFolder.Open(_folder.FullName));
        Assert.Equal("UFP003", error.Code);
    }

    [Fact]
    public void A_project_that_was_not_built_is_told()
    {
        var project = _folder.CreateSubdirectory("Unbuilt").FullName;
        File.WriteAllText(Path.Combine(project, "Unbuilt.csproj"), "<Project/>");
        var error = Assert.Throws<UnfoldException>(() => PluginFolder.Open(project));
        Assert.Equal("UFP003", error.Code);
        Assert.StartsWith("build it: dotnet build", error.Mend, StringComparison.Ordinal);
    }
}
