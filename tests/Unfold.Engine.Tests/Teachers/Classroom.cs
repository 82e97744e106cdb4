using Unfold.Compression;
using Unfold.Deconet;
using Unfold.Engine.Runs;
using Unfold.Losses;

namespace Unfold.Engine.Tests;

/// <summary>An experiment of a teacher and its students, trained in a temporary folder.</summary>
internal sealed class Classroom : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Classroom(TrainingSpec? teacher = null) => Teacher = teacher ?? Network(2);

    public TrainingSpec Teacher { get; set; }

    public List<ExperimentCell> Students { get; } = [];

    public string Folder => _folder.Path;

    public RunOptions Options => new() { OutFolder = Folder, Threads = 1, Cells = [Cell("teacher", Teacher), .. Students] };

    public static TrainingSpec Network(double redundancy) => Specimen.Spec with { Architecture = new Deconet.Deconet(new DeconetOptions { Layers = 4, Redundancy = redundancy }) };

    public static TrainingSpec Distilled(string teacher = "teacher") => Network(0.5) with { Loss = new Distillation(new DistillationOptions { Teacher = teacher }) };

    public static TrainingSpec Compressed(string teacher = "teacher", double redundancy = 0.5) =>
        Network(redundancy) with { Training = Specimen.Training with { Compression = new RowNorm(new TruncationOptions { Teacher = teacher }) } };

    public static ExperimentCell Cell(string name, TrainingSpec spec) => new(name, name, [spec.Seed], () => spec);

    public RunOutcome Train(string name, TrainingSpec spec, string experiment = "class") =>
        new TrainingRun(experiment, Cell(name, spec), spec).Execute(Options, new Quiet());

    public RunOutcome TrainTeacher() => Train("teacher", Teacher);

    public void Dispose() => _folder.Dispose();
}
