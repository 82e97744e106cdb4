using Unfold.Engine.Runs;
using Unfold.Engine.Teachers;

namespace Unfold.Engine.Tests;

public sealed class TeacherOrderTests
{
    private static readonly ExperimentCell Alone = Classroom.Cell("alone", Classroom.Network(1));
    private static readonly ExperimentCell Student = Classroom.Cell("student", Classroom.Distilled("assistant")) with { Seeds = [1, 2] };
    private static readonly ExperimentCell Assistant = Classroom.Cell("assistant", Classroom.Compressed());
    private static readonly ExperimentCell Teacher = Classroom.Cell("teacher", Classroom.Network(2));
    private static readonly ExperimentCell[] All = [Student, Alone, Assistant, Teacher];

    [Fact]
    public void Teachers_come_before_their_students_and_the_rest_as_in_the_file() =>
        Assert.Equal(["teacher", "assistant", "student", "alone"], TeacherOrder.Of(All, All).Select(p => p.Cell.Name));

    [Fact]
    public void What_was_not_asked_for_is_trained_where_it_is_needed_and_for_the_seeds_that_need_it()
    {
        var plan = TeacherOrder.Of(All, [Student]);
        Assert.Equal([("teacher", false), ("assistant", false), ("student", true)], plan.Select(p => (p.Cell.Name, p.IsAsked)));
        Assert.All(plan, p => Assert.Equal([1, 2], p.Cell.Seeds));
    }

    [Fact]
    public void A_teacher_that_was_asked_for_has_its_own_seeds_and_those_of_its_students() =>
        Assert.Equal([3, 1, 2], TeacherOrder.Of(All, [Teacher, Student])[0].Cell.Seeds);

    [Fact]
    public void Names_of_other_experiments_and_folders_are_nobodys_turn() =>
        Assert.Equal(["student"], TeacherOrder.Of([Student], [Student with { Create = () => Classroom.Distilled("paper/x:teacher") }]).Select(p => p.Cell.Name));

    [Fact]
    public void A_sweep_is_no_teacher()
    {
        ExperimentCell[] cells = [Student with { Create = () => Classroom.Distilled() }, new("teacher", "teacher[layers=2]", [3], Teacher.Create), new("teacher", "teacher[layers=4]", [3], Teacher.Create)];
        var error = Assert.Throws<UnfoldException>(() => TeacherOrder.Of(cells, [cells[0]]));
        Assert.Equal(("UFX040", "name one of its cells: teacher[layers=2], teacher[layers=4]"), (error.Code, error.Mend));
    }

    [Fact]
    public void A_student_of_a_sweep_learns_from_the_cell_with_its_own_values()
    {
        ExperimentCell[] cells =
        [
            new("student", "student[layers=2]", [3], () => Classroom.Distilled()), new("student", "student[layers=4]", [3], () => Classroom.Distilled()),
            new("teacher", "teacher[layers=2]", [3], Teacher.Create), new("teacher", "teacher[layers=4]", [3], Teacher.Create),
        ];
        Assert.Equal(["teacher[layers=4]", "student[layers=4]"], TeacherOrder.Of(cells, [cells[1]]).Select(p => p.Cell.Name));
        // An override puts its values into names: the only cell of a variant is the variant.
        Assert.Equal(["teacher[layers=4]", "student[layers=2]"], TeacherOrder.Of([cells[0], cells[3]], [cells[0]]).Select(p => p.Cell.Name));
    }

    [Theory]
    [InlineData("teacher", null, "teacher", null)]
    [InlineData("teacher[x=a:b]", null, "teacher[x=a:b]", null)]
    [InlineData("paper/x:teacher[y=1]", "paper/x", "teacher[y=1]", null)]
    [InlineData("./runs/x/teacher/0-abc", null, null, "./runs/x/teacher/0-abc")]
    [InlineData("/runs/x:y", null, null, "/runs/x:y")]
    public void A_name_is_taken_apart(string name, string? experiment, string? variant, string? folder) =>
        Assert.Equal(new TeacherName(experiment, variant, folder), TeacherName.Parse(name));

    [Fact]
    public void From_csharp_a_variant_is_trained_after_its_teacher()
    {
        using var folder = new TemporaryFolder();
        var experiment = new Experiment { Name = "class", Source = "class.json", Cells = [Classroom.Cell("student", Classroom.Distilled()), Teacher] };
        var outcome = Assert.Single(VariantRun.Execute(experiment, "student", new RunOptions { OutFolder = folder.Path, Threads = 1 }));
        Assert.Equal("teacher", outcome.Result.Teachers["teacher"].Name);
    }
}
