using System.Reflection;

namespace Unfold.Snapshots.Tests;

public sealed class SnapshotFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("unfold-snapshots-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_first_run_fails_and_leaves_what_it_received()
    {
        var files = Files("txt");
        var error = Assert.Throws<VerifyException>(() => files.Check("new\r\ntext", new VerifySettings()));
        Assert.Contains("new\ntext", error.Message, StringComparison.Ordinal);
        Assert.Equal("new\ntext", File.ReadAllText(files.Received));
        Assert.False(File.Exists(files.Verified));
    }

    [Fact]
    public void A_test_that_passes_deletes_what_an_earlier_one_received_and_leaves_what_was_verified()
    {
        var files = Files("json");
        File.WriteAllText(files.Verified, """{ "x": 1.0 }""");
        File.WriteAllText(files.Received, "old");
        files.Check("""{ "x": 1.01 }""", new SnapshotTolerances(0.1, 0).ToSettings());
        Assert.Equal("""{ "x": 1.0 }""", File.ReadAllText(files.Verified));
        Assert.False(File.Exists(files.Received));
    }

    [Fact]
    public void A_difference_is_shown_and_received_is_written()
    {
        var files = Files("json");
        File.WriteAllText(files.Verified, """{ "x": 1.0 }""");
        var error = Assert.Throws<VerifyException>(() => files.Check("""{ "x": 2.0 }""", new VerifySettings()));
        Assert.Contains("x: expected 1.0, received 2.0", error.Message, StringComparison.Ordinal);
        Assert.Equal("""{ "x": 2.0 }""", File.ReadAllText(files.Received));
    }

    [Fact]
    public void Files_are_named_after_class_method_and_arguments()
    {
        var settings = new VerifySettings();
        settings.UseParameters("a/b:c", 1.5, null);
        settings.UseDirectory("snapshots");
        var files = SnapshotFiles.Of(Path.Combine(_folder, "Tests.cs"), Method(nameof(Nested.Case)), settings, "json");
        Assert.Equal(Path.Combine(_folder, "snapshots", "SnapshotFilesTests.Nested.Case_name=a-b-c_count=1.5_last=null.verified.json"), files.Verified);
    }

    [Fact]
    public async Task A_call_outside_of_a_class_with_the_attribute_says_so() =>
        Assert.Contains("[UsesVerify]", (await Assert.ThrowsAsync<InvalidOperationException>(() => Verify("text"))).Message, StringComparison.Ordinal);

    private SnapshotFiles Files(string extension) => SnapshotFiles.Of(Path.Combine(_folder, "Tests.cs"), Method(nameof(Nested.Plain)), new VerifySettings(), extension);

    private static MethodInfo Method(string name) => typeof(Nested).GetMethod(name)!;

    private sealed class Nested
    {
        public static void Plain() => Assert.Fail();

        public static void Case(string name, double count, string? last) => Assert.Fail($"{name}{count}{last}");
    }
}
