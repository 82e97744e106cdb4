using System.Security.Cryptography;
using Unfold.Engine.Checkpoints;
using Unfold.Engine.Identity;
using Unfold.Engine.Runs;
using Unfold.Engine.Safetensors;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>A run that cannot go on as it was started is left as it is, and says why; one with a damaged checkpoint goes on from the one before.</summary>
public sealed class RefusalToResumeTests : IDisposable
{
    private static readonly PluginRecord Plugin = new("Good", "1.0.0.0", "Good.dll", new string('a', 64));
    private static readonly TrainingSpec Spec = Specimen.Spec with
    {
        Dataset = new HookedSignals(new HookedSignalsOptions()),
        Loss = new HookedLoss(new NumbersOptions()),
        Training = Specimen.Training with { Epochs = 3, CheckpointSteps = 1, Keep = KeptParameters.BestValidation },
    };

    private readonly TemporaryFolder _folder = new();

    private string Folder => Directory.GetDirectories(_folder.Of("x/v")).Single();

    public void Dispose()
    {
        HookedSignals.Loading = null;
        _folder.Dispose();
    }

    [Fact]
    public void Another_plugin()
    {
        Stop();
        var error = AssertRefused("UFR016", () => Run(Spec, new RunOptions { Plugins = [Plugin with { Sha256 = new string('b', 64) }] }));
        Assert.Contains("plugin Good was 1.0.0.0 (SHA-256 aaaaaaaaaaaa), and is 1.0.0.0 (SHA-256 bbbbbbbbbbbb)", error.Message, StringComparison.Ordinal);
        AssertRefused("UFR016", () => Run(Spec, new RunOptions()));
        Assert.Equal(RunStatus.Completed, Run(Spec, new RunOptions { Plugins = [], Force = true }).Result.Status);
    }

    [Fact]
    public void Another_number_of_threads_and_those_it_had_by_default()
    {
        Stop();
        Assert.Contains("the number of threads was 1, and is 2", AssertRefused("UFR016", () => Run(Spec, new RunOptions { Threads = 2, Plugins = [Plugin] })).Message, StringComparison.Ordinal);
        TorchSharp.torch.set_num_threads(2);
        try
        {
            Run(Spec);
            Assert.Equal(1, TorchSharp.torch.get_num_threads());
        }
        finally
        {
            TorchSharp.torch.set_num_threads(1);
        }
    }

    [Fact]
    public void Other_data_and_data_that_have_gone()
    {
        Stop();
        HookedSignals.Loading = signals => Rename(signals, "other");
        Assert.Contains("the dataset's SHA-256 was ", AssertRefused("UFR016", () => Run(Spec)).Message, StringComparison.Ordinal);
        HookedSignals.Loading = _ => throw new UnfoldException("UFD001", "they are gone", "bring them back");
        AssertRefused("UFD001", () => Run(Spec));
        HookedSignals.Loading = null;
        Assert.Equal(RunStatus.Completed, Run(Spec).Result.Status);
    }

    [Fact]
    public void A_plugin_that_gives_the_spec_another_meaning()
    {
        Stop();
        var changed = Spec with { Training = Spec.Training with { BatchSize = 8 } };
        var error = AssertRefused("UFR016", () => StoppedRun.Resume(Folder, new RunOptions { ReadSpec = _ => changed }, _ => [Plugin], new Quiet()));
        Assert.Contains("training/batchSize was 16, and is 8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spec_json_that_was_edited()
    {
        Stop();
        var changed = Spec with { Training = Spec.Training with { BatchSize = 8 } };
        // What the file says today is what is read from it; what it said is in the checkpoint.
        File.WriteAllText(Path.Combine(Folder, RunFiles.Spec), RunIdentity.Of(changed).Json);
        var error = AssertRefused("UFR016", () => StoppedRun.Resume(Folder, new RunOptions { ReadSpec = _ => changed }, _ => [Plugin], new Quiet()));
        Assert.Contains("training/batchSize was 16, and is 8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_no_run() =>
        Assert.Equal("UFR005", Assert.Throws<ResultsException>(() => StoppedRun.Resume(_folder.Path, new RunOptions(), _ => [], new Quiet())).Code);

    [Fact]
    public void A_run_that_another_works_on()
    {
        Stop();
        using (RunDirectory.Open(Folder))
            AssertRefused("UFR013", () => Run(Spec));
        Assert.Equal(RunStatus.Completed, Run(Spec).Result.Status);
    }

    [Fact]
    public void A_damaged_checkpoint_is_passed_over_and_the_results_say_so()
    {
        var whole = Run(Spec, new RunOptions { OutFolder = _folder.Of("whole"), Plugins = [Plugin] });
        Stop();
        Flip(RunFiles.LastCheckpoint);
        var outcome = Run(Spec);
        Assert.Equal(whole.Result.ParametersSha256, outcome.Result.ParametersSha256);
        Assert.Equal(File.ReadAllBytes(Path.Combine(whole.Folder, RunFiles.Metrics)), File.ReadAllBytes(Path.Combine(outcome.Folder, RunFiles.Metrics)));
        Assert.StartsWith("checkpoints/last.safetensors was damaged (UFR010): gone on from checkpoints/last-1.safetensors", Assert.Single(outcome.Result.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_damaged_checkpoints()
    {
        Stop();
        Flip(RunFiles.LastCheckpoint);
        Flip(RunFiles.CheckpointBeforeLast);
        AssertRefused("UFR015", () => Run(Spec));
    }

    [Fact]
    public void The_checkpoint_of_another_run()
    {
        Stop();
        var path = Path.Combine(Folder, RunFiles.LastCheckpoint);
        using (var file = SafetensorsReader.Read(path))
            SafetensorsWriter.Write(path, file.Tensors, new Dictionary<string, string>(file.Metadata) { ["run_sha256"] = new string('0', 64) });
        AssertRefused("UFR012", () => Run(Spec));
    }

    // The log may tell of the attempt; nothing else is touched.
    private TException AssertRefused<TException>(string code, Func<RunOutcome> run, Func<TException, string> codeOf)
        where TException : Exception
    {
        var before = Contents();
        var error = Assert.Throws<TException>(run);
        Assert.Equal(code, codeOf(error));
        Assert.Equal(before, Contents());
        return error;
    }

    private Exception AssertRefused(string code, Func<RunOutcome> run) => code.StartsWith("UFR", StringComparison.Ordinal)
        ? AssertRefused<ResultsException>(code, run, e => e.Code)
        : AssertRefused<UnfoldException>(code, run, e => e.Code);

    private SortedDictionary<string, string> Contents() => new(
        Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(RunFiles.Log, StringComparison.Ordinal) && !f.EndsWith(RunFiles.Lock, StringComparison.Ordinal))
            .ToDictionary(f => Path.GetRelativePath(Folder, f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))),
        StringComparer.Ordinal);

    private void Flip(string name)
    {
        var path = Path.Combine(Folder, name);
        var bytes = File.ReadAllBytes(path);
        bytes[^5] ^= 4;
        File.WriteAllBytes(path, bytes);
    }

    private void Stop() => Assert.Null(Interruption.At(16, stop => Run(Spec, stop: stop)));

    private RunOutcome Run(TrainingSpec spec, RunOptions? options = null, CancellationToken stop = default) =>
        new TrainingRun("x", "v", spec).Execute((options ?? new RunOptions { Plugins = [Plugin] }) is var o && o.OutFolder == "runs" ? o with { OutFolder = _folder.Path } : o, new Quiet(), stop);

    private static SignalSet Rename(SignalSet signals, string content) => new()
    {
        Train = signals.Train,
        Validation = signals.Validation,
        Test = signals.Test,
        Shape = signals.Shape,
        Scale = signals.Scale,
        Licence = signals.Licence,
        ContentSha256 = content,
    };
}
