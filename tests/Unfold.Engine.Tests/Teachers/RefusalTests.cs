using Unfold.Compression;
using Unfold.Deconet;
using Unfold.Engine.Runs;
using Unfold.Engine.Teachers;
using Unfold.Results;

namespace Unfold.Engine.Tests;

public sealed class RefusalTests : IDisposable
{
    private readonly Classroom _class = new();

    public void Dispose() => _class.Dispose();

    [Fact]
    public void A_teacher_that_is_not_trained_is_told_with_the_command()
    {
        var error = Refused(Classroom.Distilled());
        Assert.Equal("UFT010", error.Code);
        Assert.Equal($"train it: unfold run class --variant teacher seed=3 --out {_class.Folder}", error.Mend);
        Assert.Equal("UFT010", Refused(Classroom.Distilled("elsewhere:teacher")).Code);
        Assert.Equal("UFT010", Refused(Classroom.Distilled("./nowhere")).Code);
    }

    [Fact]
    public void A_teacher_as_it_was_written_before_is_none()
    {
        _class.TrainTeacher();
        _class.Teacher = _class.Teacher with { Training = Specimen.Training with { Epochs = 1 } };
        Assert.Equal("UFT010", Refused(Classroom.Distilled()).Code);
    }

    [Theory]
    [InlineData("measurement")]
    [InlineData("dataset")]
    [InlineData("training.validationFraction")]
    public void A_teacher_of_another_problem_is_refused(string what)
    {
        _class.TrainTeacher();
        var student = Classroom.Distilled();
        var error = Refused(what switch
        {
            "measurement" => student with { Measurement = new Measurements.Gaussian(new Measurements.GaussianOptions { Ratio = 0.5 }) },
            "dataset" => student with { Dataset = new Datasets.Phantoms(new Datasets.PhantomsOptions { Train = 61, Test = 20, Size = 16 }) },
            _ => student with { Training = student.Training with { ValidationFraction = 0.2 } },
        });
        Assert.Equal("UFT011", error.Code);
        Assert.Contains($"another problem: {what} differs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_teacher_that_uses_an_oracle_is_refused()
    {
        _class.Teacher = Specimen.Spec with { Architecture = new Deconet.Deconet(new DeconetOptions { AsPublished = true, Layers = 4, Redundancy = 2 }) };
        _class.TrainTeacher();
        Assert.Equal("UFT014", Refused(Classroom.Distilled()).Code);
    }

    [Fact]
    public void Parameters_of_another_run_are_refused()
    {
        var teacher = _class.TrainTeacher();
        var other = _class.Train("other", Classroom.Network(2) with { Training = Specimen.Training with { Epochs = 1 } });
        File.Copy(Path.Combine(other.Folder, RunFiles.Parameters), Path.Combine(teacher.Folder, RunFiles.Parameters), overwrite: true);
        Assert.Equal("UFR012", Assert.Throws<ResultsException>(() => _class.Train("student", Classroom.Distilled())).Code);
    }

    [Fact]
    public void A_student_larger_than_its_teacher_is_refused_and_its_run_says_why()
    {
        _class.TrainTeacher();
        Assert.Equal("UFT013", Refused(Classroom.Compressed(redundancy: 3)).Code);
        var failed = Assert.Single(Directory.EnumerateFiles(Path.Combine(_class.Folder, "class", "student"), RunFiles.Results, SearchOption.AllDirectories));
        Assert.StartsWith("UFT013: 'analysis' is [512 × 256] in the teacher and [768 × 256] in the student", ResultsJson.ReadFile<RunResult>(failed).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_teacher_is_told_with_those_that_there_are()
    {
        var error = Refused(Classroom.Distilled("techer"));
        Assert.Equal("UFX040", error.Code);
        Assert.Contains("'teacher'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Teachers_in_a_circle_are_refused()
    {
        _class.Teacher = Classroom.Distilled("student");
        _class.Students.Add(Classroom.Cell("student", Classroom.Distilled()));
        Assert.Equal("UFX041", Refused(Classroom.Distilled()).Code);
        Assert.Equal("UFX041", Assert.Throws<UnfoldException>(() => TeacherOrder.Of(_class.Options.Cells, _class.Options.Cells)).Code);
    }

    [Fact]
    public void Without_the_plugins_a_teacher_of_another_experiment_cannot_be_read()
    {
        _class.Train("big", _class.Teacher, "elsewhere");
        Assert.Equal("UFT012", Refused(Classroom.Distilled("elsewhere:big")).Code);
    }

    private UnfoldException Refused(TrainingSpec student) => Assert.Throws<UnfoldException>(() => _class.Train("student", student));
}
