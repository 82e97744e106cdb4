using Unfold.Engine.Identity;
using Unfold.Results;

namespace Unfold.Engine.Tests;

public sealed class DeclaredIdentityTests
{
    [Fact]
    public void A_cell_has_the_hash_that_its_run_would_have_and_another_seed_another() =>
        Assert.Equal(
            (RunIdentity.Of(Specimen.Spec).SpecSha256, RunIdentity.Of(Specimen.Spec with { Seed = 9 }).SpecSha256),
            (Of([Classroom.Cell("a", Specimen.Spec)], "a", Specimen.Spec.Seed), Of([Classroom.Cell("a", Specimen.Spec)], "a", 9)));

    [Fact]
    public void A_student_changes_with_its_teacher()
    {
        ExperimentCell[] before = [Classroom.Cell("teacher", Classroom.Network(2)), Classroom.Cell("student", Classroom.Distilled())];
        ExperimentCell[] after = [Classroom.Cell("teacher", Classroom.Network(3)), Classroom.Cell("student", Classroom.Distilled())];
        var teacher = new TeacherRecord("class", "teacher", "", RunIdentity.Of(Classroom.Network(2)).SpecSha256, "");
        var own = RunIdentity.Of(Classroom.Distilled(), new Dictionary<string, TeacherRecord>(StringComparer.Ordinal) { ["teacher"] = teacher }).SpecSha256;
        Assert.Equal(own, Of(before, "student", Specimen.Spec.Seed));
        Assert.NotEqual(own, Of(after, "student", Specimen.Spec.Seed));
    }

    [Fact]
    public void What_hangs_on_another_experiments_run_is_taken_from_the_record_and_else_not_known()
    {
        ExperimentCell[] cells = [Classroom.Cell("student", Classroom.Distilled("elsewhere:teacher"))];
        var record = new TeacherRecord("elsewhere", "teacher", "", new string('e', 64), "");
        Assert.Null(Of(cells, "student", 3));
        Assert.NotNull(Of(cells, "student", 3, record));
        Assert.Null(Of(cells, "nobody", 3));
    }

    private static string? Of(ExperimentCell[] cells, string name, int seed, TeacherRecord? teacher = null)
    {
        var run = new RunResult { Experiment = "class", Variant = name, Seed = seed, SpecSha256 = "", Status = RunStatus.Completed };
        if (teacher is not null)
            run.Teachers["elsewhere:teacher"] = teacher;
        return new DeclaredIdentity(new Experiment { Name = "class", Description = "", Source = "class.json", Expect = "{}", Cells = cells }).Of(run);
    }
}
