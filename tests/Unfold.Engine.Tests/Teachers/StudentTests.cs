using TorchSharp;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Identity;
using Unfold.Engine.Problems;
using Unfold.Engine.Runs;
using Unfold.Engine.Teachers;
using Unfold.Results;

namespace Unfold.Engine.Tests;

public sealed class StudentTests : IDisposable
{
    private readonly Classroom _class = new();

    public void Dispose() => _class.Dispose();

    [Fact]
    public void A_copy_of_the_teacher_without_fine_tuning_has_its_figures()
    {
        var teacher = _class.TrainTeacher().Result;
        var untuned = Classroom.Compressed(redundancy: 2);
        var student = _class.Train("copy", untuned with { Training = untuned.Training with { Epochs = 0 } }).Result;
        Assert.Equal(teacher.Metrics[MetricNames.TestMse], student.Metrics[MetricNames.UntrainedTestMse]);
        Assert.Equal(teacher.ParametersSha256, student.ParametersSha256);
    }

    [Fact]
    public void The_untrained_figures_are_those_of_the_compressed_network()
    {
        _class.TrainTeacher();
        var scratch = _class.Train("scratch", Classroom.Network(0.5)).Result;
        var student = _class.Train("student", Classroom.Compressed()).Result;
        Assert.Equal(scratch.Metrics[MetricNames.ParametersCount], student.Metrics[MetricNames.ParametersCount]);
        Assert.NotEqual(scratch.Metrics[MetricNames.UntrainedTestMse], student.Metrics[MetricNames.UntrainedTestMse]);
        Assert.NotEqual(student.Metrics[MetricNames.UntrainedTestMse], student.Metrics[MetricNames.TestMse]);
    }

    [Fact]
    public void A_loss_of_the_teacher_alone_pulls_the_student_towards_it()
    {
        _class.TrainTeacher();
        var alone = Classroom.Network(0.5) with { Loss = new Losses.Distillation(new Losses.DistillationOptions { Teacher = "teacher", TeacherWeight = 1 }) };
        var (before, after) = (_class.Train("start", alone with { Training = alone.Training with { Epochs = 0 } }), _class.Train("student", alone));
        Assert.True(after.Result.Metrics[MetricNames.TestLoss] < before.Result.Metrics[MetricNames.TestLoss]);
    }

    [Fact]
    public void Results_name_the_teacher_and_its_parameters()
    {
        var teacher = _class.TrainTeacher();
        var student = _class.Train("student", Classroom.Distilled());
        var record = Assert.Single(student.Result.Teachers);
        Assert.Equal(
            ("teacher", new TeacherRecord("class", "teacher", $"../../teacher/{Path.GetFileName(teacher.Folder)}", teacher.Result.SpecSha256, teacher.Result.ParametersSha256!)),
            (record.Key, record.Value));
        Assert.Empty(teacher.Result.Teachers);
    }

    [Fact]
    public void A_student_is_trained_once_for_every_teacher()
    {
        _class.TrainTeacher();
        var first = _class.Train("student", Classroom.Distilled());
        Assert.True(_class.Train("student", Classroom.Distilled()).WasThere);
        _class.Teacher = _class.Teacher with { Training = Specimen.Training with { Epochs = 3 } };
        _class.TrainTeacher();
        var second = _class.Train("student", Classroom.Distilled());
        Assert.False(second.WasThere);
        Assert.NotEqual(first.Result.SpecSha256, second.Result.SpecSha256);
    }

    [Fact]
    public void Other_parameters_of_a_teacher_are_another_run_of_the_same_spec()
    {
        var spec = Classroom.Distilled();
        var (one, other) = (RunIdentity.Of(spec, Taught("a", "1")), RunIdentity.Of(spec, Taught("a", "2")));
        Assert.Equal(one.SpecSha256, other.SpecSha256);
        Assert.NotEqual(one.Sha256, other.Sha256);
        Assert.NotEqual(one.SpecSha256, RunIdentity.Of(spec, Taught("b", "1")).SpecSha256);
        Assert.Equal(RunIdentity.Of(spec).Sha256, RunIdentity.Of(spec).SpecSha256);

        static Dictionary<string, TeacherRecord> Taught(string specSha256, string parametersSha256) => new(StringComparer.Ordinal) { ["teacher"] = new("class", "teacher", "x", specSha256, parametersSha256) };
    }

    [Fact]
    public void A_teacher_is_told_by_experiment_or_folder_too()
    {
        var teacher = _class.Train("big", _class.Teacher, "elsewhere");
        var options = _class.Options with { ReadSpec = path => path == Path.Combine(teacher.Folder, RunFiles.Spec) ? _class.Teacher : throw new InvalidOperationException(path) };
        string[] names = ["elsewhere:big", teacher.Folder];
        Assert.All(names, name => Assert.Equal(teacher.Folder, Assert.Single(new TeacherFinder("class", "student", options).Find(Classroom.Distilled(name))).Folder));
    }

    [Fact]
    public void A_student_opened_again_gives_its_loss_bit_by_bit_while_its_teacher_is_there()
    {
        var teacher = _class.TrainTeacher();
        var spec = Classroom.Distilled();
        var student = _class.Train("student", spec);
        using (var run = FinishedRun.Open(student.Folder, spec, readSpec: _ => _class.Teacher))
            Assert.Equal(student.Result.Metrics[MetricNames.TestLoss], run.Evaluator.Evaluate(run.Prepared.Test, EvaluatedSplit.Test).Loss);
        Assert.Equal("UFR011", Assert.Throws<ResultsException>(() => FinishedRun.Open(student.Folder, spec)).Code);
        Directory.Delete(teacher.Folder, recursive: true);
        Assert.Equal("UFR011", Assert.Throws<ResultsException>(() => FinishedRun.Open(student.Folder, spec, readSpec: _ => _class.Teacher)).Code);
    }

    [Fact]
    public void A_teacher_reconstructs_alike_each_time_and_learns_nothing()
    {
        _class.Teacher = Specimen.Spec with { Architecture = new DropoutArchitecture(new DropoutOptions { Rate = 0.5 }) };
        _class.TrainTeacher();
        using var prepared = ProblemSetup.Prepare(_class.Teacher, torch.CPU);
        using var teachers = TeacherOpener.Open(new TeacherFinder("class", "student", _class.Options).Find(Classroom.Distilled()), prepared);
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(1);
        var observed = Measuring.Observe(prepared, prepared.Test, generator, withOracle: false);
        var (first, second) = (teachers.Reconstruct["teacher"](observed), teachers.Reconstruct["teacher"](observed));
        Assert.True(first.equal(second).all().item<bool>());
        Assert.False(first.requires_grad);
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        _class.TrainTeacher();
        var spec = Classroom.Compressed() with { Loss = Classroom.Distilled().Loss };
        _class.Train("first", spec);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        _class.Train("second", spec with { Training = spec.Training with { Epochs = 1 } });
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }
}
