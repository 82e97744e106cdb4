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

    [Fact]
    public void No_threads_are_too_few() =>
        Assert.Equal("UFX019", Assert.Throws<UnfoldException>(() => Run(new RunOptions { OutFolder = _folder.Path, Threads = 0 })).Code);

    private static RunOutcome Run(RunOptions options) => new TrainingRun("x", "v", Specimen.Spec with { Training = Specimen.Training with { Epochs = 0 } }).Execute(options, new Quiet());
}
