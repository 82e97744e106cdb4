using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("tpu", "UFE010")]
    [InlineData("cuda:-1", "UFE010")]
    [InlineData("cuda:99", "UFE011")]
    public void An_impossible_device_is_refused_before_anything_is_written(string device, string code)
    {
        var error = Assert.Throws<UnfoldException>(() => Run(new RunOptions { OutFolder = _folder.Path, Device = device }));
        Assert.Equal(code, error.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void An_impossible_device_is_refused_for_a_finished_run_too()
    {
        Run(new RunOptions { OutFolder = _folder.Path });
        Assert.Throws<UnfoldException>(() => Run(new RunOptions { OutFolder = _folder.Path, Device = "tpu" }));
    }

    [Fact]
    public void An_output_folder_that_cannot_be_made_is_told()
    {
        var file = _folder.Of("file");
        File.WriteAllText(file, "");
        var error = Assert.Throws<ResultsException>(() => Run(new RunOptions { OutFolder = Path.Combine(file, "runs") }));
        Assert.Equal("UFR001", error.Code);
    }

    [SkippableFact]
    public void An_output_folder_without_permission_is_told_and_left_as_it_was()
    {
        Skip.If(Environment.IsPrivilegedProcess, "permissions do not bind root; the test above takes a path below a file instead");
        if (OperatingSystem.IsWindows())
            throw new SkipException("Unix permissions");
        var locked = Directory.CreateDirectory(_folder.Of("locked"));
        locked.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        try
        {
            Assert.Equal("UFR001", Assert.Throws<ResultsException>(() => Run(new RunOptions { OutFolder = locked.FullName })).Code);
            Assert.Empty(locked.EnumerateFileSystemInfos());
        }
        finally
        {
            locked.UnixFileMode |= UnixFileMode.UserWrite;
        }
    }

    [Fact]
    public void A_run_folder_that_cannot_take_its_name_leaves_no_temporary_neighbour()
    {
        // A file stands where the run's folder should.
        var folder = Run(new RunOptions { OutFolder = _folder.Path }).Folder;
        Directory.Delete(folder, recursive: true);
        File.WriteAllText(folder, "");
        Assert.Equal("UFR001", Assert.Throws<ResultsException>(() => Run(new RunOptions { OutFolder = _folder.Path })).Code);
        Assert.Equal([folder], Directory.GetFileSystemEntries(Path.GetDirectoryName(folder)!));
    }

    [Fact]
    public void No_threads_are_too_few() =>
        Assert.Equal("UFX019", Assert.Throws<UnfoldException>(() => Run(new RunOptions { OutFolder = _folder.Path, Threads = 0 })).Code);

    private static RunOutcome Run(RunOptions options) => new TrainingRun("x", "v", Specimen.Spec with { Training = Specimen.Training with { Epochs = 0 } }).Execute(options, new Quiet());
}
